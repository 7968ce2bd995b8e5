"""Addresses of what people do with a workshop, below ``/<language>/workshop/``."""

from django.urls import path

from courses.workshops import views

app_name = "workshops"
urlpatterns = [
    path("<int:pk>/register/", views.register, name="register"),
    path("<int:pk>/leave/", views.leave, name="leave"),
    path("<int:pk>/calendar.ics", views.calendar, name="calendar"),
    path("<int:pk>/material/<int:number>/", views.material, name="material"),
    path("<int:pk>/test/<str:phase>/", views.start_test, name="start_test"),
    path("<int:pk>/attendance/", views.attendance, name="attendance"),
]
