// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence per code: the table is long because the vocabulary is.
#include "app/widgets/errortext.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/filecontent.h"
#include "app/widgets/guardtext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace guanxi::app {

namespace {

/// Words an error with its arguments at hand.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    Wording(const Error &error, const model::Entity *entity) : m_error(error), m_entity(entity) {}

    QString text() const
    {
        const int code = int(m_error.code);
        if (code >= int(ErrorCode::Unreachable))
            return networkText();
        if (code >= int(ErrorCode::WrongPassword))
            return signInText();
        if (code >= int(ErrorCode::BadFrame))
            return wireText();
        if (code >= int(ErrorCode::DatabaseOpen))
            return storeText();
        if (code >= int(ErrorCode::NotFound))
            return recordText();
        return valueText();
    }

private:
    QString arg(int index) const { return m_error.args.value(index); }

    QString field(int index = 0) const
    {
        const QString name = arg(index);
        const model::Field *found = m_entity ? m_entity->field(name) : nullptr;
        return found ? fieldLabel(*m_entity, *found) : name;
    }

    /// Texts that are counted in bytes.
    bool isLong() const
    {
        const model::Field *found = m_entity ? m_entity->field(arg(0)) : nullptr;
        return found && found->isLong();
    }

    QString valueText() const
    {
        switch (m_error.code) {
        case ErrorCode::BadText:
            return tr("%1 holds characters that cannot be stored. Type the text again; what you typed is still here.")
                .arg(field());
        case ErrorCode::BadValue:
            return tr("%1: “%2” cannot be read. %3").arg(field(), arg(1), expected());
        case ErrorCode::TooLong:
            if (isLong())
                return tr("%1 is too long: there is room for %2 KB, about %3 Chinese characters.")
                    .arg(field(), QString::number(arg(1).toLongLong() / 1024), QString::number(arg(1).toLongLong() / 3));
            return tr("%1 is too long: at most %2 characters.").arg(field(), arg(1));
        case ErrorCode::OutOfRange:
            return arg(2).isEmpty() ? tr("%1: %2 is outside the range allowed.").arg(field(), arg(1))
                                    : tr("%1: %2 is outside the range allowed; expected is %3.").arg(field(), arg(1), arg(2));
        case ErrorCode::Required:
            return tr("%1 must be filled in.").arg(field());
        case ErrorCode::BadFormat:
            return tr("%1: “%2” is not correct. %3").arg(field(), arg(1), rule(arg(2)));
        case ErrorCode::NotUnique:
            return tr("%1: “%2” is already used by another record.").arg(field(), arg(1));
        default:
            return tr("Something unexpected happened (%1). Your data is safe; please try again.").arg(arg(0));
        }
    }

    QString expected() const
    {
        const model::Field *found = m_entity ? m_entity->field(arg(0)) : nullptr;
        if (!found)
            return {};
        if (found->type == model::FieldType::Date || found->type == model::FieldType::DateTime)
            return tr("Expected is a date such as %1.").arg(QStringLiteral("2026-03-31"));
        if (found->isNumber())
            return tr("Expected is a number such as %1.").arg(QStringLiteral("1234.5"));
        if (found->type == model::FieldType::Reference)
            return tr("No record is called that here, or more than one is.");
        return {};
    }

    QString rule(const QString &name) const
    {
        if (name == QStringLiteral("mobile"))
            return tr("Expected is a mobile number of 11 digits such as 13812345678.");
        if (name == QStringLiteral("phone"))
            return tr("Expected is area code and number such as 010-12345678, or + and the country code.");
        if (name == QStringLiteral("email"))
            return tr("Expected is an address such as name@example.com.");
        if (name == QStringLiteral("url"))
            return tr("Expected is an address such as https://example.com.");
        if (name == QStringLiteral("identity_card"))
            return tr("Expected are 18 characters with the right check digit.");
        if (name == QStringLiteral("credit_code"))
            return tr("Expected are 18 characters with the right check character.");
        if (name == QStringLiteral("postcode"))
            return tr("Expected are six digits.");
        if (name == QStringLiteral("picture"))
            return tr("Expected is a picture that is whole, as PNG, JPEG, WebP, BMP or GIF.");
        if (name == QStringLiteral("picture_size"))
            return tr("The picture is too large to be opened. Make it smaller with another program first.");
        if (name == QStringLiteral("condition"))
            return tr("Expected is a condition as the filter of a list makes it.");
        if (name == QStringLiteral("print_definition"))
            return tr("Expected is what the editor of print templates makes.");
        return {};
    }

    /// Of the entity, the step and the state that the error names, when they are at hand.
    QString wrongState() const
    {
        const model::Entity *entity = m_entity && m_entity->name == arg(0) ? m_entity : nullptr;
        const auto find = [&](const auto &list, const QString &code) {
            return std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.code == code; });
        };
        if (entity) {
            const auto step = find(entity->machine.transitions, arg(1));
            const auto state = find(entity->machine.states, arg(2));
            if (step != entity->machine.transitions.end() && state != entity->machine.states.end())
                return tr("“%1” is not possible while it is “%2”; nothing was changed.").arg(transitionLabel(*entity, *step), stateLabel(*entity, *state));
            if (state != entity->machine.states.end())
                return tr("Nobody changes this while it is “%1”; nothing was changed.").arg(stateLabel(*entity, *state));
        }
        if (m_entity && !entity && arg(1).isEmpty())
            return tr("What this belongs to is closed or locked, so nothing of it can be changed any more. Reopen it first.");
        return tr("This step is not possible in the present state; nothing was changed. Reload the record to see its "
                  "state.");
    }

    /// Rules between the fields of one record.
    QString ruleText() const
    {
        if (arg(0) == QStringLiteral("end_before_start"))
            return tr("%1 lies before the day on which it begins.").arg(field(1));
        if (arg(0) == QStringLiteral("line_about"))
            return tr("A line needs a product or a description.");
        if (arg(0) == QStringLiteral("payment_for"))
            return tr("%1: it belongs to an order or to a contract.").arg(field(1));
        if (arg(0) == QStringLiteral("renews_itself"))
            return tr("A contract cannot be the renewal of itself.");
        return {};
    }

    QString recordText() const
    {
        switch (m_error.code) {
        case ErrorCode::NotFound:
            return tr("The record is not on this computer. It was deleted, or you may no longer see it.");
        case ErrorCode::AlreadyExists:
            return tr("The record exists already; nothing was changed.");
        case ErrorCode::NotAllowed:
            return tr("You do not have the right to do this; nothing was changed. Ask an administrator for it.");
        case ErrorCode::WrongState:
            return wrongState();
        case ErrorCode::RuleRefused:
            if (arg(0) == QStringLiteral("applies"))
                return tr("%1 does not go with a record of this kind. Empty it, or choose another kind.").arg(field(1));
            if (arg(0) == QStringLiteral("own_fields"))
                return tr("%1: a rule is the same for everybody. It can ask for what is typed into the record itself, not for “me”, related "
                          "records or what the program works out.").arg(field(1));
            if (arg(0) == QStringLiteral("stage_of_pipeline"))
                return tr("%1 belongs to another pipeline. Choose one of the pipeline of this opportunity.").arg(field(1));
            if (arg(0) == QStringLiteral("stage_of_outcome"))
                return tr("%1 does not go with the development status. An opportunity is won or lost by “Mark success” and “Mark failure”, and "
                          "open again by “Reopen”.").arg(field(1));
            if (arg(0) == QStringLiteral("provider_of_lead"))
                return tr("%1 can only be who found the lead, or who entered the opportunity.").arg(field(1));
            if (arg(0) == QStringLiteral("own_currency_rate"))
                return tr("This is the company's own currency: %1 is always 1. Put it to 1, or choose the currency it belongs to.").arg(field(1));
            if (arg(0) == QStringLiteral("target_of_one"))
                return tr("A target is of one salesperson, one department, one region or one product category: fill exactly one of them.");
            if (arg(0) == QStringLiteral("target_counted"))
                return tr("For a product category only revenue and quantity are counted. Choose one of them.");
            if (arg(0) == QStringLiteral("amount_too_large"))
                return tr("Quantity times price is more than an amount can be. Check %1 and the price.").arg(field(1));
            if (const QString sentence = guardText(m_error); !sentence.isEmpty())
                return sentence;
            if (const QString sentence = ruleText(); !sentence.isEmpty())
                return sentence;
            return m_error.args.size() > 1 ? tr("A rule forbids this (%1, field %2); nothing was changed.").arg(arg(0), field(1))
                                           : tr("A rule forbids this (%1); nothing was changed.").arg(arg(0));
        case ErrorCode::StockShort:
            return tr("Only %1 of the %2 wanted are in stock.").arg(arg(0), arg(1));
        case ErrorCode::FileTooLarge:
            return tr("The file is too large (%1): the server takes at most %2. It stays on this computer; nobody else can open it.")
                .arg(sizeText(arg(0).toLongLong()), sizeText(arg(1).toLongLong()));
        case ErrorCode::ContentMissing:
            return tr("The computer on which the file was attached has not brought it to the server yet. Try again later.");
        case ErrorCode::ParentMissing:
            if (m_error.args.isEmpty())
                return tr("A change that this one depends on has not been accepted yet.");
            return tr("%1: the record it belongs to is gone. Choose another one.").arg(field());
        default:
            return tr("%1: the record would become part of itself. Choose another one.").arg(field());
        }
    }

    QString storeText() const
    {
        switch (m_error.code) {
        case ErrorCode::DatabaseOpen:
            return tr("The database %1 cannot be opened: %2").arg(arg(0), arg(1));
        case ErrorCode::DatabaseNewer:
            return tr("The data was written by a newer Guanxi. Install the new version; nothing was changed.");
        case ErrorCode::DatabaseKey:
            return tr("The data on this computer cannot be unlocked with this key.");
        case ErrorCode::DiskFull:
            return tr("The disk is full. What was saved before is safe; free some space and save again.");
        case ErrorCode::ReadOnly:
            return tr("The folder %1 is write-protected. Nothing was saved; what you typed is still here.").arg(arg(0));
        case ErrorCode::NotEncrypted:
            return tr("This installation cannot encrypt its data and therefore does not start. Install Guanxi again.");
        case ErrorCode::FileFailed:
            return tr("The file %1 cannot be used: %2").arg(arg(0), arg(1));
        case ErrorCode::FileUnreadable:
            return tr("%1 cannot be read: %2").arg(QFileInfo(arg(0)).fileName(), fileFault());
        case ErrorCode::InUse:
            return tr("Guanxi is already running with this data (%1).").arg(arg(0));
        default:
            return tr("The database refused the work: %1. What was saved before is safe.").arg(arg(0));
        }
    }

    QString fileFault() const
    {
        const QString fault = arg(1);
        if (fault == QStringLiteral("empty"))
            return tr("there is nothing in it.");
        if (fault == QStringLiteral("no_table"))
            return tr("it is neither a spreadsheet nor a text with one record per line.");
        if (fault == QStringLiteral("old_format"))
            return tr("it was written by a version of Excel before 2007. Open it there and save it as .xlsx.");
        if (fault == QStringLiteral("protected"))
            return tr("it is protected with a password. Open it in the spreadsheet program, remove the password and save it.");
        if (fault == QStringLiteral("encoding"))
            return tr("there are characters that do not belong to this encoding. Choose another one.");
        if (fault == QStringLiteral("quote"))
            return tr("the cell that begins with a quotation mark on line %1 does not end.").arg(arg(2));
        if (fault == QStringLiteral("cell_too_large"))
            return arg(2).isEmpty() ? tr("a cell holds more than a field can.") : tr("the cell at %1 holds more than a field can.").arg(arg(2));
        if (fault == QStringLiteral("too_many_columns"))
            return tr("line %1 has too many columns.").arg(arg(2));
        if (fault == QStringLiteral("formula"))
            return tr("cell %1 holds a formula without a result. Open the file in the spreadsheet program and save it.").arg(arg(2));
        if (fault == QStringLiteral("unpacks_too_large"))
            return tr("it would become far too large when it is unpacked.");
        return tr("it is damaged.");
    }

    QString wireText() const
    {
        switch (m_error.code) {
        case ErrorCode::WrongProtocol:
            return tr("This Guanxi and the server are too far apart in version. Update the older one; your work is safe here.");
        case ErrorCode::RateLimited:
            return tr("Too many requests; Guanxi goes on in %1 seconds by itself.").arg(arg(0));
        case ErrorCode::ServerStopping:
            return tr("The server is being stopped. You can go on working; changes are sent later.");
        case ErrorCode::WrongCompany:
            return tr("The server holds another company's data than this computer. Ask your administrator.");
        case ErrorCode::FrameTooLarge:
            return tr("A message is larger than the server takes (%1 bytes). Your work is safe here.").arg(arg(0));
        default:
            return tr("The server and this computer did not understand each other. Your work is safe here; Guanxi connects "
                      "again by itself.");
        }
    }

    QString signInText() const
    {
        switch (m_error.code) {
        case ErrorCode::WrongPassword:
            return tr("User name or password is wrong.");
        case ErrorCode::LockedOut:
            return tr("Too many failed attempts. Try again in %1 seconds.").arg(arg(0));
        case ErrorCode::UserDisabled:
            return tr("This user has been disabled. Ask your administrator.");
        case ErrorCode::GrantExpired:
            return tr("You have no active role at present. Ask your administrator.");
        case ErrorCode::DeviceRevoked:
            return tr("This computer may no longer connect. Ask your administrator.");
        case ErrorCode::DeviceUnknown:
            return tr("The server does not know this computer. Connect it again with a connection code.");
        case ErrorCode::CodeUsed:
            return tr("The connection code has been used or has expired. Ask for a new one.");
        case ErrorCode::CodeInvalid:
            return tr("The connection code cannot be read. Copy all of it and try again.");
        case ErrorCode::KeyChanged:
            return tr("The server's key is not the one this computer knows, so Guanxi did not connect. Ask your administrator "
                      "before you go on.");
        case ErrorCode::LeaseExpired:
            return tr("This computer has been offline too long. Connect to the server once to go on; your work is safe.");
        case ErrorCode::MustChangePassword:
            return tr("Choose a new password first.");
        default:
            return tr("The password is too weak: at least %1 characters.").arg(arg(0));
        }
    }

    QString networkText() const
    {
        switch (m_error.code) {
        case ErrorCode::Unreachable:
            return tr("The server %1 cannot be reached. You can go on working; changes are sent later.").arg(arg(0));
        case ErrorCode::TimedOut:
            return tr("The server did not answer in time. You can go on working; changes are sent later.");
        case ErrorCode::Disconnected:
            return tr("The connection was lost. You can go on working; changes are sent later.");
        default:
            return tr("The command cannot be understood: %1").arg(arg(0));
        }
    }

    const Error &m_error;
    const model::Entity *m_entity;
};

} // namespace

QString errorText(const Error &error, const model::Entity *entity) { return Wording(error, entity).text().trimmed(); }

} // namespace guanxi::app
