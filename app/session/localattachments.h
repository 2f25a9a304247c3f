// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/localrecords.h"
#include "app/session/attachmentsworker.h"
#include "common/base/taskqueue.h"

#include <QPointer>
#include <QThread>
#include <QTimer>

namespace guanxi::app {

/// The shipped Attachments: store and transfer on a thread of their own, and what is known of their state on this one.
class LocalAttachments final : public Attachments
{
    Q_OBJECT

public:
    /// In the folder of the copy: what lies here, and what another program was given to look at.
    static inline const QString StoreFolder = QStringLiteral("blobs");
    static inline const QString OpenFolder = QStringLiteral("open");

    /// Without `records` (a computer that was removed) everything that is owed may go at once.
    LocalAttachments(const QString &folder, const QByteArray &dataKey, const Clock &clock, LocalRecords *records, Thumbnailer thumbnailer = {});
    ~LocalAttachments() override;

    /// `epoch`: after another one the server is offered again what it may have lost; null: it is not looked at.
    void connected(const Uuid &epoch, BlobTransfer::Send send);
    void disconnected();
    /// True when the message was for contents and nobody else need look at it.
    bool receive(const protocol::Message &message);

    void take(const QString &path, const FileRef &file, QObject *context, Done<TakenFile> done) override;
    void takeBytes(const QByteArray &bytes, const FileRef &file, QObject *context, Done<TakenFile> done) override;
    void drop(const FileRef &file) override;
    FileState state(const QByteArray &blob) const override { return m_states.value(blob); }
    void fetch(const FileRef &file, QObject *context, Done<bool> done) override;
    void read(const QByteArray &blob, qint64 limit, QObject *context, Done<QByteArray> done) override;
    void copyTo(const QByteArray &blob, const QString &path, QObject *context, Done<bool> done) override;
    void expose(const QByteArray &blob, const QString &name, QObject *context, Done<QString> done) override;
    void setPinned(const FileRef &file, bool pinned) override;
    qint64 quota() const override { return m_quota; }
    void setQuota(qint64 bytes) override;
    qint64 used() const override { return m_used; }
    int waiting() const override { return int(m_owed.size()); }
    /// What lies here is known.
    bool isReady() const { return m_ready; }
    /// Contents that a removed computer could not bring.
    int lost() const { return m_lost; }
    /// Nothing travels or waits to.
    bool isQuiet() const { return m_ready && m_owed.isEmpty() && m_fetching.isEmpty(); }

Q_SIGNALS:
    void ready();
    /// Some of what was owed is owed no more.
    void settled();

private:
    struct Asked {
        QPointer<QObject> context;
        Done<bool> done;
    };
    using Worker = AttachmentsWorker;
    using Inventory = AttachmentsWorker::Inventory;

    template <class T> void ask(std::function<Result<T>(Worker &)> question, QObject *context, Done<T> done);
    void run(std::function<void(Worker &)> task);
    /// On this thread.
    void later(std::function<void()> task);
    void watch(Worker &worker);
    void takeStock(const Inventory &inventory);
    void roomMade(const Result<Inventory> &stock);
    void takeDevice(std::function<std::unique_ptr<QIODevice>()> open, const FileRef &file, QObject *context, Done<TakenFile> done);
    void change(const QByteArray &blob, const std::function<void(FileState &)> &how);
    void tick();
    void offerOwed();
    /// Of a removed computer nobody comes back to try again.
    void giveUp(const FileRef &file);
    bool isOnServer(const FileRef &file) const;
    /// The record holds another content for good: only taking something back could bring this one up again.
    bool isReplaced(const FileRef &file) const;
    bool isHeldByRecord(const FileRef &file) const;
    void shelve(const FileRef &file);
    void unshelve(const FileRef &file);
    void oweNoMore(const FileRef &file);
    void uploaded(const FileRef &file);
    void fetched(const QByteArray &blob);
    void failedTransfer(const FileRef &file, const Error &error, bool up);
    void answerFetch(const QByteArray &blob, const Result<bool> &result);

    QString m_folder;
    LocalRecords *m_records;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< used in m_thread only
    TaskQueue m_tasks;                ///< lives in m_thread
    TaskQueue m_answers;
    QHash<QByteArray, FileState> m_states;
    QList<FileRef> m_owed;
    QList<FileRef> m_shelved; ///< here only, and replaced before the server got it
    QHash<QByteArray, QList<Asked>> m_fetching;
    QTimer m_ticker;
    QTimer m_pause; ///< what is owed is looked at once after a burst of changes
    qint64 m_quota = Worker::DefaultQuota;
    qint64 m_used = 0;
    int m_lost = 0;
    bool m_online = false;
    bool m_ready = false;
};

} // namespace guanxi::app
