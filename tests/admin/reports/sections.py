"""Coordinators of one section."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page, Site

from cms.demo.roles import COORDINATORS, make_roles


def coordinator_of(site: Site) -> Client:
    """Return a browser of a coordinator who may edit in this section and in no other one."""
    make_roles(Page.get_first_root_node())
    group = Group.objects.create(name="Coordinators elsewhere")
    group.permissions.set(Group.objects.get(name=COORDINATORS).permissions.all())
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=site.root_page, permission=change)
    user = get_user_model().objects.create_user("elsewhere", "elsewhere@example.org", "password")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client
