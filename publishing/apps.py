from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = "Veröffentlichen"

    def ready(self):
        """Put the gate before every publication, and what follows behind it."""
        from cms.signals import post_obj_operation, post_placeholder_operation, pre_obj_operation
        from djangocms_versioning.models import Version
        from djangocms_versioning.signals import post_version_operation, pre_version_operation

        from publishing import (
            approval,
            block_conflicts,
            gate,
            operations,
            page_admin,
            shared_blocks,
            version_admin,
        )

        Version.check_publish = gate.PublishConditions(Version.check_publish)
        pre_version_operation.connect(operations.before_version_operation)
        post_version_operation.connect(operations.after_version_operation)
        pre_obj_operation.connect(operations.before_page_operation)
        post_obj_operation.connect(operations.after_page_operation)
        post_placeholder_operation.connect(approval.after_block_operation)
        post_placeholder_operation.connect(block_conflicts.note_block_writing)
        version_admin.give_reasons()
        page_admin.make_pages_safe()
        block_conflicts.guard_blocks()
        shared_blocks.offer_categories()
