"""What a key of HQ has among its purposes when it may sign campaigns."""

PURPOSE = "campaign"
