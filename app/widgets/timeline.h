// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace guanxi::app {

/// What a field held before the program made one value of two, where it can be put back.
struct FormerValue {
    model::FieldId field = 0;
    model::Value value;
    QString hint; ///< "Puts … back"
};

/// One thing that happened to a record.
struct TimelineEntry {
    qint64 at = 0; ///< UTC ms
    model::RecordRef record;
    QString icon;
    QString kind;  ///< "Interaction"
    QString title;
    QString detail;
    QString who;
    QString state; ///< word of its state; empty: none
    model::Tone tone = model::Tone::Neutral;
    std::optional<FormerValue> former = {};
};

/// Everything that points at `ref`, and its own changes, newest first; at most `limit` of each kind.
QList<TimelineEntry> timelineOf(Records &records, const model::RecordRef &ref, int limit);

/// Entries under a heading per day.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EntryRole = Qt::UserRole, HeadingRole };
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<TimelineEntry> &entries);
    /// nullptr for a heading.
    const TimelineEntry *entry(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        QString heading;
        int entry = -1;
    };

    QList<TimelineEntry> m_entries;
    QList<Line> m_lines;
};

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The timeline of one record; Enter or a double click opens what happened, a button puts back what was merged.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    TimelineView(Records &records, const model::RecordRef &ref, QWidget *parent = nullptr);

    void reload();
    bool isEmpty() const { return m_model->rowCount() == 0; }

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref);
    void made(const guanxi::app::Saved &saved, const QString &text);
    void failed(const guanxi::Error &error);

private:
    void addButtons();
    void putBack(const FormerValue &former);

    Records &m_records;
    model::RecordRef m_ref;
    TimelineModel *m_model;
};

} // namespace guanxi::app
