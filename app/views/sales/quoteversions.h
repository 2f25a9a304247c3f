// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

namespace guanxi::app {

/// A quote as it stood once, or stands now: what it says at its head, and its lines in their order.
struct QuoteLook {
    model::Record head;          ///< a Quote or a QuoteVersion
    QList<model::Record> lines;  ///< QuoteLine or QuoteVersionLine
    bool isPresent = false;
    bool isWaiting = false; ///< not at the server yet

    qint64 version() const;
    qint64 total() const;
    const QString currency() const;
};

/// The present look of a quote. NotFound.
Result<QuoteLook> presentLook(const Records &records, const model::RecordRef &quote);
/// The kept versions of it, newest first, without their lines.
QList<model::Record> keptVersions(const Records &records, const model::RecordRef &quote);
Result<QuoteLook> keptLook(const Records &records, const model::RecordRef &version);
/// A version that was given up here and that the server has not kept yet, from what is known here of its changes. Nothing when that does
/// not reach back so far.
std::optional<QuoteLook> rememberedLook(const Records &records, const model::Record &quote, qint64 version);

/// What two looks say about one line: it is in both, or in one of them only.
struct LinePair {
    model::Record then;
    model::Record now;

    /// Apart from its place.
    bool differs() const;
};

/// Lines belong together that are about the same thing, in their order; first those of `then`.
QList<LinePair> compared(const QuoteLook &then, const QuoteLook &now);

/// Value of a field by the name that quotes and their copies share.
model::Value valueOf(const model::Record &record, const QString &field);
/// What the line is about: the product as it was called then, or its description.
QString subjectOf(const Records &records, const model::Record &line);

/// The lines of a version once more, in one action: in the quote itself while it is a draft, else in a new one for the same customer.
/// The quote that has them comes first.
Result<QList<model::Record>> quotedAgain(const Records &records, const QuoteLook &version, const model::Record &quote);

} // namespace guanxi::app
