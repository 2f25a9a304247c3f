// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper/drawing.h"
#include "app/reports/paper/maildraft.h"
#include "app/reports/paper/printrun.h"

#include <QJsonObject>

#include <optional>

namespace guanxi::app {

/// Something that can be printed: what the preview shows, asks about and hands to the printer.
class Printout
{
public:
    virtual ~Printout() = default;

    /// Proposed for files, and of the window.
    virtual QString title() const = 0;
    /// Each call begins anew, with what is chosen now. Not longer than this printout.
    virtual std::unique_ptr<PageSource> source() = 0;
    /// What the reader should know of what he sees: a translation that is missing, records that were left out.
    virtual QStringList notes() const { return {}; }

    /// What there is to choose: a template, a language, the paper.
    struct Choice {
        QString key;
        QString label;
        QStringList options;
        QStringList codes; ///< of the options, as they are remembered
        int current = 0;
    };
    virtual QList<Choice> choices() const { return {}; }
    virtual void choose(const QString &key, int option)
    {
        Q_UNUSED(key);
        Q_UNUSED(option);
    }
    /// Where the choices of last time are kept.
    virtual QJsonObject recall() const { return {}; }
    virtual void keep(const QJsonObject &choices) { Q_UNUSED(choices); }

    /// Whether it may become a file.
    virtual bool mayExport() const { return true; }
    /// Notes that it leaves the program: as a "pdf", a "png" or "svg", a "mail", by the "printer". An error: it must not.
    virtual Result<void> note(const QString &format)
    {
        Q_UNUSED(format);
        return {};
    }
    /// It may be saved as a picture too.
    virtual Drawing drawing() const { return {}; }
    /// The mail it would go out with; nothing: it does not.
    virtual std::optional<MailDraft> mail() const { return std::nullopt; }
};

} // namespace guanxi::app
