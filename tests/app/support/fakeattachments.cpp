// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/fakeattachments.h"

#include "app/widgets/filecontent.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QTimer>

namespace guanxi::tests {

using namespace app;

template <class T> void FakeAttachments::answer(QObject *context, const Result<T> &result, const Done<T> &done)
{
    QTimer::singleShot(0, context, [done, given = m_error ? Result<T>(*m_error) : result] { done(given); });
}

TakenFile FakeAttachments::keep(const QByteArray &bytes, const QString &name)
{
    TakenFile taken{QCryptographicHash::hash(bytes, QCryptographicHash::Sha256), bytes.size(), QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name(), {}};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    taken.thumbnail = thumbnailOf(buffer, taken.mime);
    m_contents.insert(taken.blob, bytes);
    return taken;
}

QByteArray FakeAttachments::putOnServer(const QByteArray &bytes) { return keep(bytes, {}).blob; }

void FakeAttachments::setState(const QByteArray &blob, const FileState &state)
{
    m_states.insert(blob, state);
    Q_EMIT stateChanged(blob);
}

void FakeAttachments::take(const QString &path, const FileRef &, QObject *context, Done<TakenFile> done)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return answer<TakenFile>(context, Error{ErrorCode::FileFailed, {path, file.errorString()}}, done);
    const TakenFile taken = keep(file.readAll(), QFileInfo(path).fileName());
    setState(taken.blob, {FileState::Place::Waiting});
    answer<TakenFile>(context, taken, done);
}

void FakeAttachments::takeBytes(const QByteArray &bytes, const FileRef &, QObject *context, Done<TakenFile> done)
{
    const TakenFile taken = keep(bytes, {});
    setState(taken.blob, {FileState::Place::Waiting});
    answer<TakenFile>(context, taken, done);
}

void FakeAttachments::fetch(const FileRef &file, QObject *context, Done<bool> done)
{
    if (!m_error && !state(file.blob).isHere())
        setState(file.blob, {FileState::Place::Here});
    answer<bool>(context, true, done);
}

void FakeAttachments::read(const QByteArray &blob, qint64 limit, QObject *context, Done<QByteArray> done)
{
    answer<QByteArray>(context, m_contents.value(blob).left(limit), done);
}

void FakeAttachments::copyTo(const QByteArray &blob, const QString &path, QObject *context, Done<bool> done)
{
    QFile file(path);
    answer<bool>(context, file.open(QIODevice::WriteOnly) && file.write(m_contents.value(blob)) >= 0, done);
}

void FakeAttachments::expose(const QByteArray &blob, const QString &name, QObject *context, Done<QString> done)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(m_contents.value(blob));
    answer<QString>(context, path, done);
}

void FakeAttachments::setPinned(const FileRef &file, bool pinned)
{
    FileState state = this->state(file.blob);
    state.pinned = pinned;
    setState(file.blob, state);
}

} // namespace guanxi::tests
