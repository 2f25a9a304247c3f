// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/bulkprogress.h"

#include <QCoreApplication>
#include <QPointer>
#include <QProgressDialog>

namespace guanxi::app {

namespace {

constexpr int LongMs = 500; // whoever waits for longer is told how far it is

struct BulkProgress {
    Q_DECLARE_TR_FUNCTIONS(BulkProgress)
};

} // namespace

void saveWithProgress(QWidget *parent, Records &records, const BulkChange &work, std::function<void(Result<Saved>)> done)
{
    const QPointer progress = new QProgressDialog(BulkProgress::tr("Changing records…"), BulkProgress::tr("Cancel"), 0, int(work.records.size()), parent);
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(LongMs);
    records.saveMany(
        work, parent,
        [progress](qsizetype prepared) {
            if (progress)
                progress->setValue(int(prepared));
            return progress && !progress->wasCanceled();
        },
        [progress, done = std::move(done)](const Result<Saved> &saved) {
            if (progress)
                progress->deleteLater();
            done(saved);
        });
}

} // namespace guanxi::app
