"""One thing achieved is one award; one award in one language is one certificate with one code, for good."""

import hashlib
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils.translation import override

from courses.certificates import drawing, issuing, revoking
from courses.certificates.models import (
    AlreadyWritten,
    Award,
    Certificate,
    CertificateEvent,
    NeverDeleted,
)
from courses.enrolments import completing
from courses.enrolments.models import Completion
from courses.workshops import attending
from exchange.accounts.models import User
from tests.factories import certificates, workshops


@pytest.fixture
def award(learner: User) -> Award:
    return certificates.award(learner)


def rename(person: User, name: str) -> None:
    person.profile.certificate_name = name
    person.profile.save()


def test_completing_a_course_makes_one_award_with_the_facts_of_that_day(learner: User) -> None:
    made = certificates.award(learner)
    snapshot = made.snapshot
    assert (snapshot["name"], snapshot["hours"], snapshot["level"]) == ("ນາງ ແສງເດືອນ", "2.5", "introductory")
    assert set(snapshot["title"]) == {"en", "lo", "zh-hans"}
    assert snapshot["base_url"] == "http://127.0.0.1:8000"
    assert snapshot["demo"] is False
    assert made.holder_reference == learner.uuid


def test_the_day_on_the_certificate_is_that_of_the_site(learner: User, time_machine_at_night: str) -> None:
    assert certificates.award(learner).snapshot["first_day"] == time_machine_at_night


def test_completing_again_makes_no_second_award(award: Award) -> None:
    assert award.completion is not None and award.completion.enrolment is not None
    completing.complete_if_due(enrolment=award.completion.enrolment)
    assert issuing.award_for_completion(completion=award.completion) == award
    assert Award.objects.count() == 1


def test_issuing_twice_gives_the_same_certificate(award: Award) -> None:
    first = issuing.issue(award=award, languages=["lo", "en"])
    again = issuing.issue(award=award, languages=["en", "lo", "en"])
    assert (again.pk, again.code) == (first.pk, first.code)
    assert first.languages == "en,lo"


def test_every_choice_of_languages_has_a_code_of_its_own(award: Award) -> None:
    sheets = [issuing.issue(award=award, languages=choice) for choice in (["lo"], ["en"], ["lo", "en", "zh-hans"])]
    assert len({sheet.code for sheet in sheets}) == 3


def test_the_file_is_kept_with_its_hash_and_an_event(award: Award, learner: User) -> None:
    sheet = issuing.issue(award=award, languages=["lo"])
    content = sheet.file.read()
    assert content.startswith(b"%PDF-")
    assert sheet.sha256 == hashlib.sha256(content).hexdigest()
    event = sheet.events.get()
    assert (event.kind, event.actor, event.details["sha256"]) == ("issued", learner, sheet.sha256)


def test_an_interrupted_issue_is_finished_with_the_same_code(award: Award, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as power_cut:
        power_cut.setattr(drawing, "draw", _fails)
        with pytest.raises(OSError, match="power"):
            issuing.issue(award=award, languages=["lo"])
    code = Certificate.objects.get().code
    finished = issuing.issue(award=award, languages=["lo"])
    assert (finished.code, finished.is_drawn) == (code, True)


def _fails(**_kwargs: object) -> bytes:
    raise OSError("power cut")


@pytest.mark.parametrize("languages", [[], ["fr"], ["tg"], ["lo", "xx"]])
def test_only_languages_of_the_site_can_be_chosen(award: Award, languages: list[str]) -> None:
    with pytest.raises(issuing.UnknownLanguages):
        issuing.issue(award=award, languages=languages)


def test_a_name_with_characters_of_no_font_is_refused_and_nothing_is_issued(award: Award, learner: User) -> None:
    rename(learner, "王𠮷明😀")
    with pytest.raises(issuing.NameNotPrintable) as refusal:
        issuing.issue(award=award, languages=["zh-hans"])
    assert refusal.value.characters == ["𠮷", "😀"]
    assert "𠮷 😀" in refusal.value.message
    assert not Certificate.objects.exists()


def test_the_refusal_is_told_in_the_language_of_the_reader(award: Award) -> None:
    refusal = issuing.NameNotPrintable(["𠮷"])
    for language in ("lo", "en", "zh-hans"):
        with override(language):
            assert "𠮷" in refusal.message


def test_a_learner_without_a_profile_completes_and_gets_the_certificate_when_the_name_is_told(learner: User) -> None:
    profile = learner.profile
    profile.delete()
    award = certificates.award(User.objects.get(pk=learner.pk))
    with pytest.raises(issuing.NameMissing):
        issuing.issue(award=award, languages=["en"])
    profile.pk = None
    profile.save()
    assert issuing.issue(award=award, languages=["en"]).is_drawn


def test_a_name_may_be_corrected_until_the_first_certificate_and_stands_after_it(award: Award, learner: User) -> None:
    rename(learner, "ນາງ ແສງເດືອນ ວົງສະຫວັນ")
    issuing.issue(award=award, languages=["lo"])
    rename(learner, "ຄົນອື່ນ")
    issuing.issue(award=award, languages=["en"])
    award.refresh_from_db()
    assert award.snapshot["name"] == "ນາງ ແສງເດືອນ ວົງສະຫວັນ"


def test_the_facts_of_an_issued_award_cannot_be_changed(award: Award) -> None:
    issuing.issue(award=award, languages=["lo"])
    award.refresh_from_db()
    award.snapshot["hours"] = "99"
    with pytest.raises(AlreadyWritten):
        award.save()


def test_no_row_of_the_register_can_be_deleted(award: Award) -> None:
    sheet = issuing.issue(award=award, languages=["lo"])
    for row in (award, sheet, sheet.events.get()):
        with pytest.raises(NeverDeleted):
            row.delete()
    for rows in (Award.objects.all(), Certificate.objects.all(), CertificateEvent.objects.all()):
        with pytest.raises(NeverDeleted):
            rows.delete()


def test_events_are_only_added(award: Award) -> None:
    event = issuing.issue(award=award, languages=["lo"]).events.get()
    with pytest.raises(AlreadyWritten):
        event.save()
    with pytest.raises(AlreadyWritten):
        CertificateEvent.objects.update(kind="revoked")


def test_a_course_with_certificates_cannot_be_deleted(award: Award) -> None:
    assert award.completion is not None
    with pytest.raises(ProtectedError):
        award.completion.course.delete()
    with pytest.raises(ProtectedError):
        Completion.objects.all().delete()


def test_a_deleted_account_leaves_award_and_certificate(award: Award, learner: User) -> None:
    sheet = issuing.issue(award=award, languages=["lo"])
    reference = learner.uuid
    learner.delete()
    award.refresh_from_db()
    assert (award.holder, award.holder_reference) == (None, reference)
    assert Certificate.objects.get(pk=sheet.pk).status == "valid"


def test_an_award_is_for_exactly_one_thing(award: Award, learner: User, trainer: User) -> None:
    mark = attending.mark(workshop=workshops.workshop(days=-1), learner=learner, by=trainer)
    values = {"holder": learner, "holder_reference": learner.uuid, "kind": "participation", "snapshot": {}}
    for both_or_none in ({}, {"completion": award.completion, "attendance": mark}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Award.objects.create(**values, **both_or_none)


def test_attendance_is_awarded_when_the_workshop_is_over_and_not_before(learner: User, trainer: User) -> None:
    coming = attending.mark(workshop=workshops.workshop(days=3, slug="coming"), learner=learner, by=trainer)
    assert issuing.award_for_attendance(attendance=coming) is None
    made = certificates.attendance_award(learner, trainer)
    assert (made.kind, made.snapshot["title"]["en"]) == ("attendance", "Counting contributions")


def test_somebody_without_an_account_gets_no_award(trainer: User) -> None:
    mark = attending.mark_name(workshop=workshops.workshop(days=-1), name="ທ້າວ ບຸນມີ", by=trainer)
    assert issuing.award_for_attendance(attendance=mark) is None


def test_revoking_takes_every_sheet_back_and_allows_no_further_one(award: Award, administrator: User) -> None:
    lao, english = (issuing.issue(award=award, languages=[code]) for code in ("lo", "en"))
    revoked = revoking.revoke(certificate=lao, category="issued-in-error", by=administrator, note="wrong person")
    assert {sheet.pk for sheet in revoked} == {lao.pk, english.pk}
    assert list(english.events.values_list("kind", flat=True)) == ["issued", "revoked"]
    with pytest.raises(issuing.AwardRevoked):
        issuing.issue(award=award, languages=["zh-hans"])


def test_revoking_again_changes_nothing(award: Award, administrator: User) -> None:
    sheet = issuing.issue(award=award, languages=["lo"])
    revoking.revoke(certificate=sheet, category="holder-asked", by=administrator)
    before = Certificate.objects.get(pk=sheet.pk).revoked_at
    assert revoking.revoke(certificate=sheet, category="wrong-facts", by=administrator) == []
    assert Certificate.objects.get(pk=sheet.pk).revoked_at == before


def test_a_revocation_needs_a_known_reason(award: Award, administrator: User) -> None:
    sheet = issuing.issue(award=award, languages=["lo"])
    with pytest.raises(ValueError, match="because"):
        revoking.revoke(certificate=sheet, category="because", by=administrator)


@pytest.mark.django_db(transaction=True)
def test_the_same_certificate_asked_for_by_eight_at_once_is_one(learner: User) -> None:
    award = certificates.award(learner)
    together, found, faults = Barrier(8), [], []

    def ask() -> None:
        try:
            together.wait()
            found.append(issuing.issue(award=award, languages=["lo"]).code)
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(set(found)) == 1
    assert Certificate.objects.count() == 1
    assert CertificateEvent.objects.filter(kind="issued").count() == 1
