// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordpreview.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int MostLines = 22;
constexpr int LongestText = 400;

} // namespace

RecordPreview::RecordPreview(Records &records, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_records(records), m_title(new QLabel), m_body(new QLabel)
{
    setFrameShape(StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    m_title->setFont(scaledFont(font(), 1.25, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::RichText);
    m_body->setAlignment(Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_body);
    setFixedWidth(420);
}

void RecordPreview::showRecord(const model::Record &record)
{
    const FieldText words(m_records);
    const model::Entity &entity = record.entity();
    m_title->setText(words.title(record));
    QString body = QStringLiteral("<table cellspacing=0 cellpadding=2>");
    int lines = 0;
    for (const model::Field &field : entity.fields()) {
        if (field.id < model::system::FirstOwn || !m_records.rights().isVisible(entity, field) || ++lines > MostLines)
            continue;
        const QString text = words.text(record, field);
        if (text.isEmpty() || entity.titleFields.contains(field.id)) {
            --lines;
            continue;
        }
        body += QStringLiteral("<tr><td style='color:%1; padding-right:12px'>%2</td><td>%3</td></tr>")
                    .arg(quietText(palette()).name(), fieldLabel(entity, field).toHtmlEscaped(),
                         text.left(LongestText).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    }
    m_body->setText(body + QStringLiteral("</table>"));
    setAccessibleDescription(m_title->text());
    adjustSize();
}

void RecordPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Up:
        Q_EMIT stepped(-1);
        break;
    case Qt::Key_Down:
        Q_EMIT stepped(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        Q_EMIT openRequested();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace guanxi::app
