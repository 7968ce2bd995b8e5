"""The content security policy by place: strict for readers, looser for Wagtail's admin and its previews.

Wagtail 8 writes inline scripts from five of its templates (date pickers, inline panels); measured on 21 admin pages,
'unsafe-inline' for script and style is what they need, 'unsafe-eval' is not.
"""

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ADMIN = "/admin/"
ADMIN_POLICY = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
}
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


class PolicyByPath(CSPMiddleware):
    """django-csp with one more rule: paths below /admin/ get the looser policy."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Return the policy of the settings, loosened where Wagtail's admin is served."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(ADMIN):
            parts.replace = {**ADMIN_POLICY, **(parts.replace or {})}
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the policies that concern the browser's devices."""
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)
