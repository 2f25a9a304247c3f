// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence per code that can reach the console: the table is long because the vocabulary is.
#include "server/console/words.h"

#include <QJsonArray>

namespace guanxi::server::words {

namespace {

/// What codes name in their arguments, by key.
struct Noun {
    QLatin1StringView key;
    const char *text;
};
constexpr Noun Nouns[] = {
    {QLatin1StringView("user"), QT_TRANSLATE_NOOP("ConsoleNoun", "user")},
    {QLatin1StringView("role"), QT_TRANSLATE_NOOP("ConsoleNoun", "role")},
    {QLatin1StringView("grant"), QT_TRANSLATE_NOOP("ConsoleNoun", "grant")},
    {QLatin1StringView("department"), QT_TRANSLATE_NOOP("ConsoleNoun", "department")},
    {QLatin1StringView("post"), QT_TRANSLATE_NOOP("ConsoleNoun", "post")},
    {QLatin1StringView("session"), QT_TRANSLATE_NOOP("ConsoleNoun", "session")},
    {QLatin1StringView("replica"), QT_TRANSLATE_NOOP("ConsoleNoun", "installation")},
    {QLatin1StringView("company"), QT_TRANSLATE_NOOP("ConsoleNoun", "company")},
    {QLatin1StringView("key_file"), QT_TRANSLATE_NOOP("ConsoleNoun", "key file")},
    {QLatin1StringView("identity"), QT_TRANSLATE_NOOP("ConsoleNoun", "identity of the company's servers")},
    {QLatin1StringView("read_from"), QT_TRANSLATE_NOOP("ConsoleNoun", "standby of a PostgreSQL database")},
    {QLatin1StringView("login"), QT_TRANSLATE_NOOP("ConsoleNoun", "login")},
    {QLatin1StringView("name"), QT_TRANSLATE_NOOP("ConsoleNoun", "name")},
    {QLatin1StringView("real_name"), QT_TRANSLATE_NOOP("ConsoleNoun", "real name")},
    {QLatin1StringView("password"), QT_TRANSLATE_NOOP("ConsoleNoun", "password")},
};

QString noun(const QString &key)
{
    for (const Noun &known : Nouns)
        if (key == known.key)
            return QCoreApplication::translate("ConsoleNoun", known.text);
    return key;
}

QString valueSentence(const Error &error)
{
    const QString field = noun(error.args.value(0));
    switch (error.code) {
    case ErrorCode::BadText: return tr("%1 holds characters that cannot be stored (broken UTF-8 or U+0000).").arg(field);
    case ErrorCode::BadValue: return tr("%1: “%2” is not a possible value.").arg(field, error.args.value(1));
    case ErrorCode::TooLong: return tr("%1 is too long: at most %2 characters.").arg(field, error.args.value(1));
    case ErrorCode::OutOfRange: return tr("%1: “%2” is out of range.").arg(field, error.args.value(1));
    case ErrorCode::Required: return tr("%1 must not be empty.").arg(field);
    case ErrorCode::BadFormat: return tr("%1: “%2” does not have the form expected.").arg(field, error.args.value(1));
    case ErrorCode::NotUnique: return tr("%1: “%2” is taken; choose another.").arg(field, error.args.value(1));
    default: return {};
    }
}

QString notFound(const Error &error)
{
    const QString what = error.args.value(0), name = error.args.value(1);
    if (what == QLatin1StringView("data_folder"))
        return tr("There is no data folder %1; “guanxi-server init --data %1” makes one.").arg(name);
    if (what == QLatin1StringView("company"))
        return tr("The folder %1 holds no company yet; “guanxi-server init --data %1” makes one.").arg(name);
    if (what == QLatin1StringView("standby"))
        return tr("The database %1 is no standby of the company's database: it does not follow it as a streaming replica.").arg(name);
    if (what == QLatin1StringView("server"))
        return tr("No server runs on %1.").arg(name);
    return tr("There is no %1 “%2”.").arg(noun(what), name);
}

QString storeSentence(const Error &error)
{
    const QString path = error.args.value(0), reason = error.args.value(1);
    switch (error.code) {
    case ErrorCode::NotFound: return notFound(error);
    case ErrorCode::AlreadyExists: return tr("There is a %1 already: %2. Nothing was changed.").arg(noun(path), reason);
    case ErrorCode::DatabaseOpen: return tr("The database %1 cannot be opened: %2.").arg(path, reason);
    case ErrorCode::DatabaseNewer:
        return tr("The database was written by a newer Guanxi (version %1; this one knows %2). Install the newer program.").arg(path, reason);
    case ErrorCode::DatabaseKey:
        return tr("The key does not open %1: it is another database's key, or the file is no database. Name the right key with --key-file.").arg(path);
    case ErrorCode::DatabaseFailed: return tr("The database failed: %1.").arg(path);
    case ErrorCode::DiskFull: return tr("There is no space left to write %1. Make room and try again; nothing was changed.").arg(path);
    case ErrorCode::ReadOnly: return tr("%1 cannot be written: the folder is read-only for this user.").arg(path);
    case ErrorCode::NotEncrypted: return tr("The SQLite library in use cannot encrypt; SQLCipher is needed.");
    case ErrorCode::FileFailed: return tr("The file %1 cannot be used: %2.").arg(path, reason);
    case ErrorCode::InUse: return tr("%1 is in use by another process.").arg(path);
    default: return {};
    }
}

QString otherSentence(const Error &error)
{
    const QString first = error.args.value(0);
    switch (error.code) {
    case ErrorCode::NotAllowed: return tr("The rules do not allow this (%1).").arg(error.args.join(QStringLiteral(", ")));
    case ErrorCode::ParentMissing: return tr("%1: the record it refers to does not exist.").arg(first);
    case ErrorCode::Cycle: return tr("%1: the tree would become a loop.").arg(first);
    case ErrorCode::FileTooLarge: return tr("The file has %1 bytes; at most %2 are taken.").arg(first, error.args.value(1));
    case ErrorCode::ContentMissing: return tr("The content of the file is not here.");
    case ErrorCode::WeakPassword: return tr("The password is too short: at least %1 characters are expected.").arg(first);
    case ErrorCode::Unreachable: return tr("%1 cannot be used: %2.").arg(first, error.args.value(1));
    case ErrorCode::TimedOut: return tr("The server does not answer.");
    case ErrorCode::Disconnected: return tr("The server ended the connection.");
    case ErrorCode::Usage: return first;
    default: return tr("It failed (%1).").arg(QString(errorName(error.code)) + u' ' + error.args.join(u' '));
    }
}

} // namespace

QString sentence(const Error &original)
{
    // Reasons come from libraries, which like line breaks and a full stop of their own.
    Error error = original;
    for (QString &argument : error.args) {
        argument = error.code == ErrorCode::Usage ? argument : argument.simplified();
        if (argument.endsWith(u'.') && error.code != ErrorCode::Usage)
            argument.chop(1);
    }
    for (const QString &text : {valueSentence(error), storeSentence(error)})
        if (!text.isEmpty())
            return text;
    return otherSentence(error);
}

QJsonObject errorJson(const Error &error)
{
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QString(errorName(error.code))},
                                                  {QStringLiteral("number"), int(error.code)},
                                                  {QStringLiteral("args"), QJsonArray::fromStringList(error.args)},
                                                  {QStringLiteral("message"), sentence(error)}}}};
}

Error errorFrom(const QJsonObject &error)
{
    return {ErrorCode(error.value(QStringLiteral("number")).toInt(int(ErrorCode::Internal))),
            error.value(QStringLiteral("args")).toVariant().toStringList()};
}

} // namespace guanxi::server::words
