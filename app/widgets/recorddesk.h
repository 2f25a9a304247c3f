// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/preset.h"

#include <QTabWidget>

namespace guanxi::app {

class DraftStore;
class RecordPane;

/// Open records as tabs. Opening one that is open already shows its tab.
class RecordDesk : public QTabWidget
{
    Q_OBJECT

public:
    RecordDesk(Records &records, DraftStore &drafts, QWidget *parent = nullptr);

    RecordPane *open(const model::RecordRef &ref, const QList<model::RecordRef> &around = {});
    RecordPane *current() const;
    void closeCurrent();
    QList<model::RecordRef> openRefs() const;

Q_SIGNALS:
    void openRequested(const model::RecordRef &ref, const QList<model::RecordRef> &around);
    void createRequested(model::EntityId entity, const Preset &preset);
    void notice(const QString &text, const Uuid &undo);
    void failed(const Error &error);

private:
    void showTitle(RecordPane *pane);

    Records &m_records;
    DraftStore &m_drafts;
};

} // namespace guanxi::app
