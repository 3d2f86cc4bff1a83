from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('urgent_actions', '0008_words_of_reporting_groups'),
    ]

    operations = [
        migrations.AddField(
            model_name='sectionsettings',
            name='count_opened',
            field=models.BooleanField(default=False, help_text='Count how often a letter is opened in a mail program or as a file. Nobody knows whether it was sent, so it is counted apart and never shown to visitors, who are told that it is counted.', verbose_name='count opened letters'),
        ),
    ]
