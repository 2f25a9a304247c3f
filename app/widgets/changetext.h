// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QCoreApplication>

class QWidget;

namespace guanxi::app {

/// Change sets in words: what was done to which record, each field with its old and new value.
class ChangeText
{
    Q_DECLARE_TR_FUNCTIONS(ChangeText)

public:
    explicit ChangeText(const Records &records) : m_records(records) {}

    /// "Changed: 北京长城机械 (Customer)" or, for many records, their number.
    QString summary(const model::ChangeSet &set) const;
    /// The record's name, also of one that is not in the copy.
    QString title(const model::RecordChange &change) const;
    QString recordName(const model::RecordChange &change) const;
    static QString kindText(model::ChangeKind kind);
    static QString actionText(const QString &action);

    // One entry of a history
    /// By whom; the system for what nobody did.
    QString whoText(const HistoryEntry &entry) const;
    /// When, and that it is not at the server yet.
    QString whenText(const HistoryEntry &entry) const;
    /// The values of a field before and after; a value that may not be seen is said to be hidden.
    std::pair<QString, QString> valueTexts(const model::Entity &entity, const model::Field &field, const model::FieldChange &change) const;
    /// Whether the change of this field is told: what the server worked out follows from what people did, and is told to
    /// who asks for just this field.
    bool isTold(const HistoryEntry &entry, const model::Entity &entity, const model::Field &field, bool asked) const;

    struct Line {
        QString field;
        QString before;
        QString after;
    };
    /// Fields a person knows; those the program fills in are left out.
    QList<Line> lines(const model::RecordChange &change) const;
    /// A card with all of it.
    QWidget *widget(const model::RecordChange &change) const;

private:
    /// What a notice says (model::NoticeName).
    static QString noticeText(const model::RecordChange &change);

    const Records &m_records;
};

} // namespace guanxi::app
