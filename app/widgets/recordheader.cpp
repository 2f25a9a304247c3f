// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/recordheader.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/fonts.h"
#include "app/widgets/recordpictures.h"
#include "app/widgets/statechip.h"
#include "app/widgets/tones.h"
#include "app/widgets/transitiondialog.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int PictureSize = 36;
constexpr int AdviceMargin = 4;

QToolButton *headerButton(const QString &icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(QIcon::fromTheme(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

} // namespace

RecordHeader::RecordHeader(Records &records, QWidget *parent)
    : QWidget(parent), m_records(records), m_pictures(new RecordPictures(records, this)), m_icon(new QLabel), m_title(new QLabel), m_facts(new QLabel), m_advice(new QLabel), m_chip(new StateChip),
      m_transitions(new TransitionBar(records)),
      m_previous(headerButton(QStringLiteral("go-up"), tr("Previous in the list (Alt+Up)"))),
      m_next(headerButton(QStringLiteral("go-down"), tr("Next in the list (Alt+Down)"))),
      m_edit(headerButton(QStringLiteral("document-edit"), tr("Edit all fields (Ctrl+E)"))),
      m_delete(headerButton(QStringLiteral("edit-delete"), tr("Delete; it can be undone"))),
      m_further(headerButton(QStringLiteral("overflow-menu"), tr("What else can be done with it")))
{
    m_further->setPopupMode(QToolButton::InstantPopup);
    m_further->setMenu(new QMenu(m_further));
    m_further->hide();
    m_title->setFont(scaledFont(font(), 1.4, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_advice->setObjectName(QStringLiteral("advice"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->hide();
    m_edit->setText(tr("Edit"));
    m_edit->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_icon);
    first->addWidget(m_title, 1);
    for (QToolButton *button : {m_previous, m_next, m_edit, m_delete, m_further})
        first->addWidget(button);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_chip);
    second->addWidget(m_facts, 1);
    second->addWidget(m_transitions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 4);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_advice);
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    connect(m_edit, &QToolButton::clicked, this, &RecordHeader::editRequested);
    connect(m_pictures, &RecordPictures::arrived, this, [this] {
        if (m_record.isValid())
            showPicture();
    });
    connect(m_delete, &QToolButton::clicked, this, [this] {
        if (m_deleted)
            Q_EMIT restoreRequested();
        else
            Q_EMIT deleteRequested();
    });
    connect(m_transitions, &TransitionBar::made, this, &RecordHeader::made);
    connect(m_transitions, &TransitionBar::failed, this, &RecordHeader::failed);
}

void RecordHeader::setAdvice(const QStringList &advice)
{
    const ToneColors colors = toneColors(model::Tone::Waiting, palette());
    QPalette marked = palette();
    marked.setColor(QPalette::Window, colors.fill);
    marked.setColor(QPalette::WindowText, colors.text);
    m_advice->setPalette(marked);
    m_advice->setAutoFillBackground(true);
    m_advice->setMargin(AdviceMargin);
    m_advice->setText(advice.join(u'\n'));
    m_advice->setVisible(!advice.isEmpty());
}

bool RecordHeader::takeStep(int place) { return m_transitions->take(place); }
void RecordHeader::reviewSteps() { m_transitions->review(); }

void RecordHeader::setSteps(bool hasPrevious, bool hasNext)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

void RecordHeader::setCommands(const QList<QAction *> &commands)
{
    m_transitions->setCommands(commands);
    if (m_record.isValid() && !m_deleted)
        m_transitions->setRecord(m_record);
    m_further->menu()->clear();
    m_further->menu()->addActions(commands);
    m_further->setVisible(!commands.isEmpty());
}

void RecordHeader::setRecord(const model::Record &record)
{
    const model::Entity &entity = record.entity();
    const FieldText words(m_records);
    m_record = record;
    showPicture();
    m_title->setText(words.title(record));
    m_title->setToolTip(m_title->text());
    const model::Field *state = entity.field(entity.machine.field);
    m_chip->setState(state ? words.text(record, *state) : QString(),
                                               state ? toneOf(entity, record.value(state->id)) : model::Tone::Neutral);
    showFacts(record);
    m_transitions->setRecord(record.isDeleted() ? model::Record() : record);
    m_deleted = record.isDeleted();
    m_edit->setVisible(!m_deleted && !entity.appendOnly && !entity.serverWritten && m_records.may(model::Action::Edit, record));
    m_delete->setVisible(!entity.appendOnly && !entity.serverWritten && m_records.may(model::Action::Delete, record));
    m_delete->setIcon(QIcon::fromTheme(m_deleted ? QStringLiteral("edit-undo") : QStringLiteral("edit-delete")));
    m_delete->setToolTip(m_deleted ? tr("Restore") : tr("Delete; it can be undone"));
    m_delete->setAccessibleName(m_delete->toolTip());
}

void RecordHeader::showPicture()
{
    const model::Entity &entity = m_record.entity();
    const model::Field *field = pictureFieldOf(entity);
    m_icon->setToolTip(entityLabel(entity));
    if (!field || !m_records.rights().isVisible(entity, *field)) {
        const QIcon icon = QIcon::fromTheme(entity.icon);
        m_icon->setVisible(!icon.isNull());
        return m_icon->setPixmap(icon.pixmap(22, 22));
    }
    QPixmap pixmap(QSize(PictureSize, PictureSize) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setFont(font());
    m_pictures->paint(painter, QRect(0, 0, PictureSize, PictureSize), m_record, {m_record.ref(), field->id, m_record.value(field->id).as<QByteArray>()});
    painter.end();
    m_icon->setPixmap(pixmap);
    m_icon->show();
}

void RecordHeader::showFacts(const model::Record &record)
{
    const model::Entity &entity = record.entity();
    QStringList facts{record.isDeleted() ? tr("%1, deleted").arg(entityLabel(entity)) : entityLabel(entity)};
    const FieldText words(m_records);
    const model::Field *number = entity.field(QStringLiteral("number"));
    if (const QString text = number ? words.text(record, *number) : QString(); !text.isEmpty())
        facts.append(text);
    const model::Field *owner = entity.field(QStringLiteral("account_manager"));
    owner = owner ? owner : entity.field(model::system::Owner);
    if (const QString text = owner ? words.text(record, *owner) : QString(); !text.isEmpty())
        facts.append(tr("%1: %2").arg(fieldLabel(entity, *owner), text));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_facts->setToolTip(m_facts->text());
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    m_facts->setPalette(quiet);
}

} // namespace guanxi::app
