"""Gives Wagtail's first pages their locale and translation key (steps of Wagtail's own migrations for its page)."""

from django.db import migrations
from wagtail.models.i18n import BootstrapTranslatableModel, BootstrapTranslationKeyField
from django.db import models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ("basepage", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AddField(
            "basepage",
            "locale",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        BootstrapTranslationKeyField("basepage.BasePage"),
        BootstrapTranslatableModel("basepage.BasePage"),
    ]
