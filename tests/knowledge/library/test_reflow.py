"""Lines of a printed page become paragraphs."""

from knowledge.library.extraction.reflow import reflow

WIDE = "x" * 60


def test_a_full_line_and_the_next_are_one_paragraph() -> None:
    assert reflow(f"{WIDE} one\ntwo\nthree and more") == f"{WIDE} one two\nthree and more"


def test_lao_lines_join_without_a_space() -> None:
    full = "ອັດຕາເງິນສົມທົບຂອງຜູ້ໃຊ້ແຮງງານແມ່ນຫົກສ່ວນຮ້ອຍຂອງເງິນເດືອນປະກັນ"
    assert reflow(f"{full}\nຕົນ") == full + "ຕົນ"


def test_chinese_lines_join_without_a_space() -> None:
    full = "用人单位按照国家规定的本单位职工工资总额的比例缴纳基本养老保"
    assert reflow(f"{full}\n险费。") == full + "险费。"


def test_a_hyphen_at_the_end_of_a_line_goes() -> None:
    assert reflow(f"{WIDE} contri-\nbution") == f"{WIDE} contribution"


def test_a_list_item_begins_a_paragraph() -> None:
    assert reflow(f"{WIDE}\n• first") == f"{WIDE}\n• first"


def test_an_empty_page_stays_empty() -> None:
    assert reflow("") == ""
