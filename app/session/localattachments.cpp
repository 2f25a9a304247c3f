// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/localattachments.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace guanxi::app {

using namespace protocol;

namespace {

constexpr int PauseMs = 200;
constexpr int TickMs = 1'000;

} // namespace

LocalAttachments::LocalAttachments(const QString &folder, const QByteArray &dataKey, const Clock &clock, LocalRecords *records, Thumbnailer thumbnailer)
    : m_folder(folder), m_records(records), m_worker(std::make_unique<Worker>(folder + u'/' + StoreFolder, dataKey, clock, std::move(thumbnailer)))
{
    // What another program was shown when this one last ended without a word.
    QDir(m_folder + u'/' + OpenFolder).removeRecursively();
    m_thread.setObjectName(QStringLiteral("attachments"));
    m_tasks.moveToThread(&m_thread);
    m_thread.start();
    m_ticker.start(TickMs);
    connect(&m_ticker, &QTimer::timeout, this, &LocalAttachments::tick);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &LocalAttachments::offerOwed);
    if (records)
        connect(records, &Records::changed, this, [this] {
            // Not begun anew with each: somebody who saves all the time would never get his files away.
            if (!(m_owed.isEmpty() && m_shelved.isEmpty()) && m_online && !m_pause.isActive())
                m_pause.start();
        });
    run([this](Worker &worker) {
        Result<void> opened = worker.open();
        const Result<Inventory> stock = opened ? worker.stock() : Result<Inventory>(opened.error());
        if (!stock) {
            worker.close();
            return later([this, error = stock.error()] {
                m_ready = true; // as far as it ever will be
                Q_EMIT failed(error);
                Q_EMIT settled();
            });
        }
        watch(worker);
        later([this, inventory = *stock] { takeStock(inventory); });
    });
}

LocalAttachments::~LocalAttachments()
{
    m_tasks.finish([this] { m_worker->close(); });
    m_thread.quit();
    m_thread.wait();
    QDir(m_folder + u'/' + OpenFolder).removeRecursively();
}

void LocalAttachments::run(std::function<void(Worker &)> task)
{
    m_tasks.post([this, task = std::move(task)] { task(*m_worker); });
}

void LocalAttachments::later(std::function<void()> task) { m_answers.post(std::move(task)); }

template <class T> void LocalAttachments::ask(std::function<Result<T>(Worker &)> question, QObject *context, Done<T> done)
{
    run([this, question = std::move(question), guard = QPointer<QObject>(context), done = std::move(done)](Worker &worker) {
        auto answer = std::make_shared<Result<T>>(worker.store ? question(worker) : Result<T>(Error{ErrorCode::FileFailed, {m_folder, QString()}}));
        later([answer, guard, done] {
            if (guard)
                done(*answer);
        });
    });
}

void LocalAttachments::watch(Worker &worker)
{
    BlobTransfer *transfer = worker.transfer.get();
    const auto direct = Qt::DirectConnection; // handed over by later(), which a sanitizer can follow
    connect(transfer, &BlobTransfer::progressed, transfer, [this](const QByteArray &blob, int percent, bool up) {
        later([this, blob, percent, up] {
            change(blob, [&](FileState &state) {
                state.place = up ? FileState::Place::Uploading : FileState::Place::Fetching;
                state.percent = percent;
                state.fault.reset();
            });
        });
    }, direct);
    connect(transfer, &BlobTransfer::uploaded, transfer, [this](const FileRef &file) { later([this, file] { uploaded(file); }); }, direct);
    connect(transfer, &BlobTransfer::fetched, transfer, [this](const QByteArray &blob) { later([this, blob] { fetched(blob); }); }, direct);
    connect(transfer, &BlobTransfer::failed, transfer, [this](const FileRef &file, const Error &error, bool up) {
        later([this, file, error, up] { failedTransfer(file, error, up); });
    }, direct);
    connect(transfer, &BlobTransfer::faulted, transfer, [this](const Error &error) { later([this, error] { Q_EMIT failed(error); }); }, direct);
}

void LocalAttachments::takeStock(const Inventory &inventory)
{
    m_quota = inventory.quota;
    m_used = inventory.used;
    for (const BlobStore::Blob &blob : inventory.blobs)
        m_states.insert(blob.id, {blob.whole ? FileState::Place::Here : FileState::Place::Server, 0, blob.pinned, {}});
    for (const FileRef &file : inventory.owed) {
        m_owed.append(file);
        m_states[file.blob].place = FileState::Place::Waiting;
    }
    m_shelved = inventory.shelved;
    m_ready = true;
    Q_EMIT ready();
    Q_EMIT settled();
    for (const BlobStore::Blob &blob : inventory.blobs)
        Q_EMIT stateChanged(blob.id);
    offerOwed();
}

void LocalAttachments::change(const QByteArray &blob, const std::function<void(FileState &)> &how)
{
    FileState &state = m_states[blob];
    const FileState before = state;
    how(state);
    if (!(state == before))
        Q_EMIT stateChanged(blob);
}

void LocalAttachments::connected(const Uuid &epoch, BlobTransfer::Send send)
{
    m_online = true;
    run([this, epoch, send](Worker &worker) {
        if (!worker.store)
            return;
        const Result<QList<FileRef>> owed = worker.meet(epoch);
        if (epoch.isNull() && owed && !worker.knowsServer())
            return later([this, owed] {
                for (const FileRef &file : *owed)
                    giveUp(file);
            });
        worker.transfer->connected(send);
        later([this, owed] {
            if (!owed)
                return Q_EMIT failed(owed.error());
            m_owed = *owed;
            offerOwed();
        });
    });
}

void LocalAttachments::disconnected()
{
    m_online = false;
    run([](Worker &worker) {
        if (worker.transfer)
            worker.transfer->disconnected();
    });
}

bool LocalAttachments::receive(const Message &message)
{
    const auto *done = std::get_if<protocol::Done>(&message);
    const auto *error = std::get_if<ErrorMessage>(&message);
    const bool ours = std::holds_alternative<BlobWanted>(message) || std::holds_alternative<BlobOpened>(message)
        || std::holds_alternative<BlobData>(message) || std::holds_alternative<BlobSought>(message)
        || (done && done->request >= BlobTransfer::FirstRequest) || (error && error->request >= BlobTransfer::FirstRequest);
    if (ours)
        run([message](Worker &worker) {
            if (worker.transfer)
                worker.transfer->receive(message);
        });
    return ours;
}

void LocalAttachments::tick()
{
    run([](Worker &worker) {
        if (worker.transfer)
            worker.transfer->tick();
    });
}

void LocalAttachments::fetched(const QByteArray &blob)
{
    change(blob, [](FileState &state) {
        state.place = FileState::Place::Here;
        state.fault.reset();
    });
    answerFetch(blob, true);
    // Room is made after the answer: what was just fetched is about to be looked at.
    ask<Inventory>(
        [blob](Worker &worker) -> Result<Inventory> {
            GUANXI_TRY(worker.store->noteOpened(blob));
            const Result<QList<QByteArray>> gone = worker.makeRoom();
            return gone ? worker.stock() : gone.error();
        },
        this, [this](const Result<Inventory> &stock) { roomMade(stock); });
}

void LocalAttachments::roomMade(const Result<Inventory> &stock)
{
    if (!stock)
        return Q_EMIT failed(stock.error());
    m_used = stock->used;
    QSet<QByteArray> here;
    for (const BlobStore::Blob &one : stock->blobs)
        here.insert(one.id);
    for (const QByteArray &known : m_states.keys())
        if (!here.contains(known) && m_states.value(known).place == FileState::Place::Here)
            change(known, [](FileState &state) { state = {}; });
}

void LocalAttachments::failedTransfer(const FileRef &file, const Error &error, bool up)
{
    change(file.blob, [&](FileState &state) {
        state.place = up ? FileState::Place::Waiting : FileState::Place::Server;
        // Until its record has arrived there the server knows nothing about it: that is no fault.
        if (!up || error.code != ErrorCode::NotFound)
            state.fault = error;
    });
    if (!up)
        answerFetch(file.blob, error);
    else if (!m_records)
        giveUp(file);
}

void LocalAttachments::answerFetch(const QByteArray &blob, const Result<bool> &result)
{
    for (const Asked &asked : m_fetching.take(blob))
        if (asked.context)
            asked.done(result);
}

void LocalAttachments::takeDevice(std::function<std::unique_ptr<QIODevice>()> open, const FileRef &file, QObject *context, Done<TakenFile> done)
{
    ask<TakenFile>([open, file](Worker &worker) { return worker.take(open, file); }, this,
                   [this, file, guard = QPointer<QObject>(context), done](const Result<TakenFile> &taken) {
                       if (taken) {
                           m_owed.append({file.record, file.field, taken->blob});
                           m_used += taken->size;
                           change(taken->blob, [](FileState &state) { state.place = FileState::Place::Waiting; });
                       }
                       if (guard)
                           done(taken);
                       if (taken)
                           m_pause.start();
                   });
}

void LocalAttachments::take(const QString &path, const FileRef &file, QObject *context, Done<TakenFile> done)
{
    takeDevice([path] { return std::make_unique<QFile>(path); }, file, context, std::move(done));
}

void LocalAttachments::takeBytes(const QByteArray &bytes, const FileRef &file, QObject *context, Done<TakenFile> done)
{
    takeDevice([bytes] {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        return buffer;
    }, file, context, std::move(done));
}

void LocalAttachments::fetch(const FileRef &file, QObject *context, Done<bool> done)
{
    if (m_states.value(file.blob).isHere())
        return done(true);
    if (!m_online)
        return done(Error{ErrorCode::Disconnected, {}});
    m_fetching[file.blob].append({context, std::move(done)});
    change(file.blob, [](FileState &state) {
        state.place = FileState::Place::Fetching;
        state.percent = 0;
        state.fault.reset();
    });
    run([file](Worker &worker) {
        if (worker.transfer)
            worker.transfer->fetch(file);
    });
}

void LocalAttachments::read(const QByteArray &blob, qint64 limit, QObject *context, Done<QByteArray> done)
{
    ask<QByteArray>(
        [blob, limit](Worker &worker) -> Result<QByteArray> {
            QByteArray bytes;
            GUANXI_TRY(worker.store->read(blob, [&](const QByteArray &piece) {
                bytes += piece;
                return bytes.size() < limit;
            }));
            GUANXI_TRY(worker.store->noteOpened(blob));
            return bytes.left(limit);
        },
        context, [this, blob, done = std::move(done)](const Result<QByteArray> &bytes) {
            if (!bytes && bytes.error().code == ErrorCode::ContentMissing)
                change(blob, [](FileState &state) { state.place = FileState::Place::Server; });
            done(bytes);
        });
}

void LocalAttachments::copyTo(const QByteArray &blob, const QString &path, QObject *context, Done<bool> done)
{
    ask<bool>([blob, path](Worker &worker) { return worker.copyTo(blob, path); }, context, std::move(done));
}

void LocalAttachments::expose(const QByteArray &blob, const QString &name, QObject *context, Done<QString> done)
{
    const QString folder = m_folder + u'/' + OpenFolder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    // The name decides which program opens it, and comes from somebody else.
    QString safe = QFileInfo(QString(name).replace(u'\\', u'/')).fileName();
    safe.removeIf([](QChar c) { return c.category() == QChar::Other_Control || QStringLiteral("<>:\"|?*").contains(c); });
    const QString path = folder + u'/' + (safe.isEmpty() || safe.startsWith(u'.') ? u'_' + safe : safe.right(120));
    ask<QString>([blob, path](Worker &worker) { return worker.expose(blob, path); }, context, std::move(done));
}

void LocalAttachments::setPinned(const FileRef &file, bool pinned)
{
    const auto pin = [this, blob = file.blob, pinned] {
        run([blob, pinned](Worker &worker) {
            if (worker.store)
                static_cast<void>(worker.store->setPinned(blob, pinned)); // lost is a wish, no work
        });
        change(blob, [pinned](FileState &state) { state.pinned = pinned; });
    };
    if (!pinned || state(file.blob).isHere())
        return pin();
    fetch(file, this, [pin](const Result<bool> &fetched) {
        if (fetched)
            pin();
    });
}

void LocalAttachments::setQuota(qint64 bytes)
{
    m_quota = bytes;
    ask<Inventory>(
        [bytes](Worker &worker) -> Result<Inventory> {
            GUANXI_TRY(worker.setQuota(bytes));
            const Result<QList<QByteArray>> gone = worker.makeRoom();
            return gone ? worker.stock() : gone.error();
        },
        this, [this](const Result<Inventory> &stock) { roomMade(stock); });
}

} // namespace guanxi::app
