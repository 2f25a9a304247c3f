// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/newfile.h"

#include "common/base/secretfile.h"

#include <QFile>
#include <QTemporaryFile>

#include <filesystem>

namespace guanxi::app {

NewFile::~NewFile()
{
    if (!m_name.isEmpty())
        QFile::remove(m_name);
}

Result<void> NewFile::make()
{
    QTemporaryFile file(m_path + QStringLiteral(".XXXXXX"));
    file.setAutoRemove(false);
    if (!file.open())
        return writeError(m_path, file.errorString());
    m_name = file.fileName();
    // As any new file has it, not for the owner alone.
    file.setPermissions(file.permissions() | QFile::ReadGroup | QFile::ReadOther);
    return {};
}

Result<void> NewFile::putInPlace()
{
    std::error_code error;
    std::filesystem::rename(m_name.toStdU16String(), m_path.toStdU16String(), error);
    if (error)
        return writeError(m_path, QString::fromLocal8Bit(error.message().c_str()));
    m_name.clear();
    return {};
}

} // namespace guanxi::app
