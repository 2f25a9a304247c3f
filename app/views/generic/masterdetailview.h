// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QJsonObject>
#include <QWidget>

class QHBoxLayout;
class QSplitter;
class QTimer;

namespace guanxi::app {

class EmptyState;
class RecordListView;
class RecordPane;
class ViewContext;

/// A list with the record under the cursor beside it: working through many records without opening each.
/// F6 goes from one to the other.
class MasterDetailView : public QWidget
{
    Q_OBJECT

public:
    MasterDetailView(ViewContext &context, model::EntityId entity, QWidget *parent = nullptr);

    RecordListView &list() const { return *m_list; }
    /// nullptr while nothing is selected.
    RecordPane *pane() const { return m_pane; }
    /// A row above the list for what the subject needs.
    QHBoxLayout *bar() const { return m_bar; }
    void setPaneShown(bool shown);

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;
    ViewContext &context() const { return m_context; }

private:
    void retranslate();
    void showCurrent();
    void switchSide();

    ViewContext &m_context;
    RecordListView *m_list;
    QSplitter *m_splitter;
    QWidget *m_side;
    EmptyState *m_hint;
    RecordPane *m_pane = nullptr;
    QHBoxLayout *m_bar;
    QTimer *m_pause;
};

} // namespace guanxi::app
