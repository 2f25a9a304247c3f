// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paperwords.h"

#include <QJsonValue>

namespace guanxi::app {

/// What a template's "{…}" speak of: the record, or a line of it.
struct PaperScope {
    model::Record record;   ///< whose fields are meant
    model::Record document; ///< "document." of a line, else the same
    int row = 0;            ///< of a line, from 1
};

/// A text with its "{…}" filled in.
struct FilledText {
    QString text;
    bool isEmpty = false;  ///< it has some, and nothing stands in any of them
    bool isHidden = false; ///< it has some, and the reader may see none
};

/// Reads the fields that templates name, also of the records that a record refers to ("{account.name}"), as the user may see them.
///
/// `{a}` a field; `{a or b}` the first that is filled; `[… {a} …]` left out when nothing stands in it; `{a - b}` a difference of amounts; `{a|words}` an amount in capital figures or words; `{a|currency}` the name of a currency.
/// Beside the record there are `company.`, `me.` (who prints), `document.` (of a line), `row` and `today`.
class PaperFields
{
public:
    PaperFields(const Records &records, const PaperWords &words, const model::Record &company, qint64 today);

    FilledText fill(const QString &text, const PaperScope &scope) const;
    /// "a" is filled and not zero; "!a" is not; "a=b", "a!=b" by code or text; "a<today" of dates.
    bool holds(const QString &condition, const PaperScope &scope) const;
    /// One condition, or a list of those that all must hold; none: it holds.
    bool holds(const QJsonValue &conditions, const PaperScope &scope) const;
    /// The amount of an expression in 1/10 000; nothing where it has none.
    std::optional<qint64> amount(const QString &expression, const PaperScope &scope) const;
    QString currency(const PaperScope &scope) const;
    const PaperWords &words() const { return m_words; }

    /// The expressions of a text, without their braces.
    static QStringList expressions(const QString &text);
    /// True when the user may see none of what the text names, in any record of these entities.
    bool isHidden(const QString &text, const model::Entity &entity, const model::Entity &document) const;
    /// What is wrong with an expression about such a record; empty: nothing. `document`: of a line.
    static QString fault(const model::Catalogue &catalogue, const model::Entity &entity, const model::Entity &document, const QString &expression);

private:
    static QList<std::pair<const model::Entity *, const model::Field *>> walk(const model::Catalogue &catalogue, const model::Entity &entity, const model::Entity &document, const QString &path);
    struct Found {
        model::Record record;
        const model::Field *field = nullptr;
        bool isHidden = false;
    };
    Found find(const QString &path, const PaperScope &scope) const;
    QString value(const QString &expression, const PaperScope &scope, bool *hidden) const;
    QString valueOf(const QString &path, const QString &expression, const PaperScope &scope, bool *hidden) const;
    /// Of a text without optional parts.
    struct Counts {
        int all = 0;
        int empty = 0;
        int hidden = 0;
    };
    QString fillPart(const QString &text, const PaperScope &scope, Counts &counts) const;
    QString codeOf(const Found &found) const;
    model::Record follow(const model::RecordRef &ref) const;

    const Records &m_records;
    const PaperWords &m_words;
    model::Record m_company;
    model::Record m_me;
    qint64 m_today;
    mutable QHash<model::RecordRef, model::Record> m_followed;
};

} // namespace guanxi::app
