// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launchoptions.h"

#include <QCommandLineParser>
#include <QFile>
#include <QStandardPaths>

namespace guanxi::app {

using namespace Qt::StringLiterals;

Result<LaunchOptions> LaunchOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Guanxi, the desktop"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"data"_s, u"Folder of the local copy."_s, u"folder"_s},
                       {u"code"_s, u"Connection code for the first start, without dialogs."_s, u"code"_s},
                       {u"user"_s, u"User name for the first start."_s, u"login"_s},
                       {u"password-file"_s, u"File with the password, to sign in without dialogs."_s, u"file"_s},
                       {u"tour"_s, u"Takes pictures of every view into this folder and ends."_s, u"folder"_s},
                       {u"look"_s, u"Only this look of the tour, such as dark-en-1440x900."_s, u"look"_s},
                       {u"language"_s, u"zh_CN or en."_s, u"language"_s},
                       {u"theme"_s, u"light, dark or system."_s, u"theme"_s},
                       {u"offline"_s, u"Works without the network until told otherwise."_s}});
    if (!parser.parse(arguments))
        return Error{ErrorCode::Usage, {parser.errorText()}};
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return Error{ErrorCode::Usage, {parser.positionalArguments().first()}};
    LaunchOptions options{parser.value(u"data"_s), parser.value(u"code"_s), parser.value(u"user"_s), parser.value(u"password-file"_s),
                          parser.value(u"tour"_s), parser.value(u"language"_s), parser.value(u"theme"_s), parser.isSet(u"offline"_s),
                          parser.value(u"look"_s)};
    if (options.data.isEmpty())
        options.data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    if (!options.code.isEmpty() && (options.user.isEmpty() || options.passwordFile.isEmpty()))
        return Error{ErrorCode::Usage, {u"--code needs --user and --password-file"_s}};
    if (!options.language.isEmpty() && options.language != u"zh_CN"_s && options.language != u"en"_s)
        return Error{ErrorCode::Usage, {u"--language "_s + options.language}};
    if (!options.theme.isEmpty() && !QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(options.theme))
        return Error{ErrorCode::Usage, {u"--theme "_s + options.theme}};
    return options;
}

Result<QString> LaunchOptions::password() const
{
    QFile file(passwordFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileFailed, {passwordFile, file.errorString()}};
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace guanxi::app
