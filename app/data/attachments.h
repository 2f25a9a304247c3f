// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/model/scope.h"

#include <QObject>

#include <functional>

namespace guanxi::app {

/// A file field of a record, and the id of what it holds.
struct FileRef {
    model::RecordRef record;
    model::FieldId field = 0;
    QByteArray blob;
    bool operator==(const FileRef &) const = default;
};

/// Where a content is, and what happens to it.
struct FileState {
    enum class Place {
        Server,    ///< not here; opening it fetches it
        Fetching,
        Here,      ///< here and on the server
        Waiting,   ///< only here; goes to the server as soon as it can
        Uploading,
    };
    Place place = Place::Server;
    int percent = 0;           ///< of what is fetched or uploaded
    bool pinned = false;       ///< kept here, whatever the quota says
    std::optional<Error> fault = {}; ///< why the last try failed
    bool isHere() const { return place == Place::Here || place == Place::Waiting || place == Place::Uploading; }
    bool operator==(const FileState &) const = default;
};

/// What became of a file that was taken in.
struct TakenFile {
    QByteArray blob;
    qint64 size = 0;
    QString mime;
    QByteArray thumbnail; ///< empty: it has none
};

/// The contents of file fields: taken in at once, brought to the server and fetched from it in the background. Lives on the
/// GUI thread; nothing here waits for disk or network. Answers come on that thread, unless `context` is gone.
class Attachments : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    template <class T> using Done = std::function<void(const Result<T> &)>;

    /// Takes a file into the encrypted store, for a record that is about to be saved with it. `file.blob` is not looked at.
    virtual void take(const QString &path, const FileRef &file, QObject *context, Done<TakenFile> done) = 0;
    /// The same of bytes (a pasted picture).
    virtual void takeBytes(const QByteArray &bytes, const FileRef &file, QObject *context, Done<TakenFile> done) = 0;
    /// What was taken, but its record not saved with it: it need not go to the server.
    virtual void drop(const FileRef &file) = 0;
    virtual FileState state(const QByteArray &blob) const = 0;
    /// Fetches it if it is not here; at once when it is.
    virtual void fetch(const FileRef &file, QObject *context, Done<bool> done) = 0;
    /// The first `limit` bytes of what is here.
    virtual void read(const QByteArray &blob, qint64 limit, QObject *context, Done<QByteArray> done) = 0;
    /// Writes it to a file, in the clear.
    virtual void copyTo(const QByteArray &blob, const QString &path, QObject *context, Done<bool> done) = 0;
    /// A private copy in the clear to be looked at by another program: read-only, and gone when this one ends.
    virtual void expose(const QByteArray &blob, const QString &name, QObject *context, Done<QString> done) = 0;
    /// Keeps it here, fetching it now; or lets it go when room is needed.
    virtual void setPinned(const FileRef &file, bool pinned) = 0;
    /// Bytes that contents may take up here; what was opened longest ago goes first.
    virtual qint64 quota() const = 0;
    virtual void setQuota(qint64 bytes) = 0;
    virtual qint64 used() const = 0;
    /// Contents that only lie here yet.
    virtual int waiting() const = 0;

Q_SIGNALS:
    void stateChanged(const QByteArray &blob);
    /// The local store cannot be written.
    void failed(const guanxi::Error &error);
};

} // namespace guanxi::app
