// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QAbstractTableModel>

namespace guanxi::app {

/// What happened lately to all records, newest first, a line for each field that changed. Read a piece at a time as one goes down,
/// so that it does not matter how much there is: first what is kept here, then what the server knows of before.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, Action, Subject, Field, Before, After, ColumnCount };

    explicit ChangesModel(Records &records, QObject *parent = nullptr) : QAbstractTableModel(parent), m_records(records) {}

    /// Begins anew with what is asked for; its places are the model's business.
    void ask(const RecentQuestion &question);
    /// Adds what came since.
    void refresh();
    /// Reads on until there are so many lines, or no more; `done` runs then.
    void readUpTo(int lines, std::function<void()> done);
    /// What is kept here; the server is waited for by nobody.
    bool isReading() const { return m_reading && m_older != Older::Asked; }
    /// There may be older ones than those that were read, here or at the server.
    bool hasMore() const { return m_more || m_older == Older::Unasked; }
    /// Here.
    bool keepsMore() const { return m_more; }
    /// What the server has said of what is older than what is kept here.
    enum class Older { Unasked, Asked, NoServer, TooFar, None };
    Older older() const { return m_older; }
    /// Told by the server: the action cannot be taken back from here.
    bool isOlder(int row) const { return m_lines.at(row).isOlder; }
    const HistoryEntry &entry(int row) const { return *m_lines.at(row).entry; }
    /// In words; a head that stands above already too.
    QString text(int row, Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && hasMore() && !m_reading; }
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A piece was read.
    void answered();
    /// So many lines more (or fewer) stand above those that were there.
    void shifted(int lines);
    void failed(const guanxi::Error &error);

private:
    using Entry = std::shared_ptr<const HistoryEntry>;
    struct Line {
        Entry entry;
        model::FieldId field = 0; ///< 0: the whole record
        bool isOlder = false;     ///< told by the server
    };

    QList<Line> linesOf(const QList<HistoryEntry> &entries) const;
    void begin(const RecentChanges &changes);
    void append(const RecentChanges &changes);
    void askServer();
    void appendLines(const QList<Line> &lines);
    void prepend(const RecentChanges &changes);
    void notePlaces(const QList<HistoryEntry> &entries);
    bool repeatsHead(int row, int column) const;

    Records &m_records;
    RecentQuestion m_question;
    QList<Line> m_lines;
    qsizetype m_waiting = 0; ///< of them, those that are not at the server yet: they stand above
    qint64 m_newest = 0;
    RecentQuestion::Place m_oldest;
    bool m_more = false;
    Older m_older = Older::Unasked;
    qint64 m_reached = 0;   ///< the oldest revision that the server has looked at; 0: none
    int m_emptyPages = 0;   ///< of the server, one after the other, in which nothing was to be seen
    bool m_reading = false;
    bool m_refreshing = false;
    bool m_stale = false; ///< more came while it was refreshing
    quint64 m_round = 0; ///< answers to earlier questions do not count
};

} // namespace guanxi::app
