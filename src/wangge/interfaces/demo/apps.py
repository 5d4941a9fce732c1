from django.apps import AppConfig


class DemoFaceConfig(AppConfig):
    name = "wangge.interfaces.demo"
    label = "demo_face"
