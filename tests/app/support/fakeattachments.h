// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/attachments.h"

#include <QHash>
#include <QTemporaryDir>

namespace guanxi::tests {

/// Contents in memory, for tests and pictures of widgets alone. Answers come through the event loop as the real ones do.
class FakeAttachments : public app::Attachments
{
public:
    /// A content that lies on the server only.
    QByteArray putOnServer(const QByteArray &bytes);
    void setState(const QByteArray &blob, const app::FileState &state);
    /// Each thing that is asked for fails with it.
    void breakWith(const Error &error) { m_error = error; }
    QByteArray content(const QByteArray &blob) const { return m_contents.value(blob); }

    void take(const QString &path, const app::FileRef &file, QObject *context, Done<app::TakenFile> done) override;
    void takeBytes(const QByteArray &bytes, const app::FileRef &file, QObject *context, Done<app::TakenFile> done) override;
    void drop(const app::FileRef &file) override { dropped.append(file.blob); }
    app::FileState state(const QByteArray &blob) const override { return m_states.value(blob); }
    void fetch(const app::FileRef &file, QObject *context, Done<bool> done) override;
    void read(const QByteArray &blob, qint64 limit, QObject *context, Done<QByteArray> done) override;
    void copyTo(const QByteArray &blob, const QString &path, QObject *context, Done<bool> done) override;
    void expose(const QByteArray &blob, const QString &name, QObject *context, Done<QString> done) override;
    void setPinned(const app::FileRef &file, bool pinned) override;
    qint64 quota() const override { return m_quota; }
    void setQuota(qint64 bytes) override { m_quota = bytes; }
    qint64 used() const override { return 0; }
    int waiting() const override { return 0; }

    QList<QByteArray> dropped;

private:
    template <class T> void answer(QObject *context, const Result<T> &result, const Done<T> &done);
    app::TakenFile keep(const QByteArray &bytes, const QString &name);

    QHash<QByteArray, QByteArray> m_contents;
    QHash<QByteArray, app::FileState> m_states;
    std::optional<Error> m_error;
    QTemporaryDir m_folder;
    qint64 m_quota = 0;
};

} // namespace guanxi::tests
