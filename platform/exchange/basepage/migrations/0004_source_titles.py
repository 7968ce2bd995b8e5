"""Wagtail's initial data fills only ``title``: without this the root and its first page show an empty title."""

from django.db import migrations
from django.db.models import F


def fill(apps, schema_editor):
    apps.get_model("basepage", "BasePage").objects.filter(title_en=None).update(title_en=F("title"))


class Migration(migrations.Migration):

    dependencies = [("basepage", "0003_revisions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
