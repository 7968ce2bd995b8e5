"""CPU time of drawing a one-page PDF, by language: ``PYTHONPATH=platform:. python -m tests.exchange.typesetting.benchmark``."""

from datetime import UTC, datetime
from time import process_time

from exchange.typesetting.qr import qr_png_data_uri
from exchange.typesetting.renderer import render_pdf

PAGES = {
    "lo": "<h1>ໃບຢັ້ງຢືນ</h1><p>ນາງ ແສງເດືອນ ພົມມະຈັນ ໄດ້ສຳເລັດຫຼັກສູດ ພື້ນຖານປະກັນສັງຄົມ</p>",
    "zh-hans": "<h1>结业证书</h1><p>王小明已完成“社会保险基础”课程，成绩合格。</p>",
    "en": "<h1>Certificate</h1><p>Saengdeuan Phommachan has completed Foundations of Social Insurance.</p>",
}
ROUNDS = 20


def measure(language: str) -> tuple[float, int]:
    """Return milliseconds of CPU a page, and bytes."""
    begun = process_time()
    for number in range(ROUNDS):
        code = qr_png_data_uri(f"HTTPS://EXCHANGE.EXAMPLE.LA/C/{number:016}")
        pdf = render_pdf(
            f'{PAGES[language]}<img class="qr" src="{code}" alt="QR">',
            language=language,
            title="Certificate",
            identifier=str(number),
            created=datetime(2026, 3, 1, tzinfo=UTC),
        )
    return (process_time() - begun) * 1000 / ROUNDS, len(pdf)


if __name__ == "__main__":
    measure("en")  # the first page makes the renderer
    for language in PAGES:
        milliseconds, size = measure(language)
        print(f"{language:8} {milliseconds:5.1f} CPU-ms  {size:7,} bytes")
