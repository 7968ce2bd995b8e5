"""HTML to PDF with the shipped fonts: certificates, reports, print editions.

Import the part you need, never the package for its contents: ``renderer`` costs two seconds of import
(WeasyPrint), ``glyphs`` and ``qr`` cost nothing of it. Only this package may import WeasyPrint.

* ``renderer.render_pdf`` draws a page as PDF/A-3a and PDF/UA-1, the same bytes on every run.
* ``glyphs.missing_glyphs`` tells which characters the shipped fonts cannot draw.
* ``qr.qr_png_data_uri`` and ``qr.qr_svg`` draw an address as a QR code.
* ``documents.document_html`` lays out a policy brief, ``scans.scan_of`` makes a paper scan of a PDF.
* ``checks.fast_subsetting_is_installed`` is a system check for rooms that draw PDF to register.
"""
