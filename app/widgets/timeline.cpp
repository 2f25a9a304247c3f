// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/timeline.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace guanxi::app {

namespace {

constexpr int MostPerKind = 60;
constexpr int Margin = 12;
constexpr int TimeWidth = 44;
constexpr int IconSize = 16;
constexpr int ButtonWidth = 120;

QString dayHeading(const QDate &day)
{
    const QDate today = QDate::currentDate();
    if (day == today)
        return TimelineView::tr("Today");
    if (day == today.addDays(-1))
        return TimelineView::tr("Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

} // namespace

void TimelineModel::setEntries(const QList<TimelineEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    m_lines.clear();
    QDate day;
    for (int at = 0; at < entries.size(); ++at) {
        const QDate its = QDateTime::fromMSecsSinceEpoch(entries[at].at).date();
        if (its != day)
            m_lines.append({dayHeading(its), -1});
        day = its;
        m_lines.append({QString(), at});
    }
    endResetModel();
}

const TimelineEntry *TimelineModel::entry(int row) const
{
    if (row < 0 || row >= m_lines.size() || m_lines[row].entry < 0)
        return nullptr;
    return &m_entries[m_lines[row].entry];
}

int TimelineModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const TimelineEntry *entry = this->entry(index.row());
    if (role == HeadingRole)
        return entry == nullptr;
    if (role == Qt::AccessibleTextRole && entry)
        return QStringList{timeText(entry->at), entry->kind, entry->title, entry->state, entry->who, entry->detail}
            .join(QStringLiteral(", "));
    if (role == Qt::ToolTipRole && entry)
        return entry->detail.left(600);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return entry ? entry->title : m_lines[index.row()].heading;
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(TimelineModel::HeadingRole).toBool())
        return {200, line + 16};
    const auto *model = static_cast<const TimelineModel *>(index.model());
    return {200, (model->entry(index.row())->detail.isEmpty() ? line : 2 * line + 2) + 10};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const TimelineModel *>(index.model());
    const TimelineEntry *entry = model->entry(index.row());
    const QPalette &palette = option.palette;
    const bool selected = option.state.testFlag(QStyle::State_Selected) && entry;
    painter->save();
    painter->fillRect(option.rect, palette.color(selected ? QPalette::Highlight : QPalette::Base));
    const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : quietText(palette);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QRect area = option.rect.adjusted(Margin, 5, -Margin, -5);
    if (!entry) {
        painter->setFont(bold);
        painter->setPen(text);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
        painter->setPen(lineColor(palette));
        painter->drawLine(option.rect.left() + Margin, option.rect.bottom(), option.rect.right() - Margin, option.rect.bottom());
        painter->restore();
        return;
    }
    const int line = option.fontMetrics.height();
    QRect head(area.left(), area.top(), area.width(), line);
    painter->setFont(option.font);
    painter->setPen(quiet);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, timeText(entry->at));
    QIcon::fromTheme(entry->icon).paint(painter, QRect(head.left() + TimeWidth, head.top() + (line - IconSize) / 2, IconSize, IconSize));
    head.adjust(TimeWidth + IconSize + 8, 0, 0, 0);
    const QString who = entry->who.isEmpty() ? entry->kind : entry->kind + QStringLiteral(" · ") + entry->who;
    const int whoWidth = qMin(option.fontMetrics.horizontalAdvance(who) + 8, head.width() / 2);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, option.fontMetrics.elidedText(who, Qt::ElideRight, whoWidth));
    QRect title = head.adjusted(0, 0, -whoWidth - 12, 0);
    if (!entry->state.isEmpty())
        title.setLeft(title.left() + paintChip(*painter, title, entry->state, entry->tone, palette) + 8);
    painter->setPen(text);
    painter->setFont(bold);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(entry->title, Qt::ElideRight, title.width()));
    if (!entry->detail.isEmpty()) {
        painter->setFont(option.font);
        painter->setPen(quiet);
        const QRect below(head.left(), area.top() + line + 2, head.width() - (entry->former ? ButtonWidth : 0), line);
        painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(entry->detail.simplified(), Qt::ElideRight, below.width()));
    }
    painter->restore();
}

TimelineView::TimelineView(Records &records, const model::RecordRef &ref, QWidget *parent)
    : QListView(parent), m_records(records), m_ref(ref), m_model(new TimelineModel(this))
{
    setModel(m_model);
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Timeline"));
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const TimelineEntry *entry = m_model->entry(index.row()); entry && entry->record != m_ref)
            Q_EMIT openRequested(entry->record);
    });
}

void TimelineView::reload()
{
    m_model->setEntries(timelineOf(m_records, m_ref, MostPerKind));
    addButtons();
}

void TimelineView::addButtons()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TimelineEntry *entry = m_model->entry(row);
        if (!entry || !entry->former)
            continue;
        auto *line = new QWidget;
        auto *button = new QPushButton(tr("Put back"));
        button->setProperty("flat", true);
        button->setToolTip(entry->former->hint);
        button->setAccessibleDescription(entry->former->hint);
        connect(button, &QPushButton::clicked, this, [this, former = *entry->former] { putBack(former); });
        auto *place = new QHBoxLayout(line);
        place->setContentsMargins(0, 0, Margin, 0);
        place->addWidget(button, 0, Qt::AlignRight | Qt::AlignBottom);
        setIndexWidget(m_model->index(row), line);
    }
}

void TimelineView::putBack(const FormerValue &former)
{
    Result<model::Record> record = m_records.load(m_ref);
    if (!record)
        return Q_EMIT failed(record.error());
    record->setValue(former.field, former.value);
    const Result<Saved> saved = m_records.save(*record);
    if (!saved)
        return Q_EMIT failed(saved.error());
    Q_EMIT made(*saved, tr("Former value put back"));
    reload();
}

} // namespace guanxi::app
