// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>
#include <QTextStream>

#include <functional>

namespace guanxi::server {

/// What the demo company is made of and where it goes.
struct DemoRequest {
    QString folder;
    QString keyFile;  ///< empty: beside the folder
    QString database; ///< PostgreSQL; empty: SQLite in the folder
    QString address;
    quint16 port = 0; ///< 0: the default
    qint64 customers = 2000;
    quint64 seed = 1;
    QDate today{2026, 11, 20};
};

/// Makes the folder and the company in it. The administrator's password, which is everybody's, stands in the first line
/// of demo-password.txt there, the logins below. Errors: AlreadyExists("company", folder) unless the folder is missing
/// or empty; those of ServerApp::open() and of the databases. A company that was not finished is taken away again.
/// Answers what was made, for people and programs: company, data_folder, password_file, customers, records, seconds.
Result<QJsonObject> makeDemo(const DemoRequest &request, const std::function<void(const char *subject)> &progress = {});

/// `guanxi-server demo` with the words behind it; answers the exit code.
int runDemo(const QStringList &args, QTextStream &out);

} // namespace guanxi::server
