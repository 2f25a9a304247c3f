// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace guanxi::app {

class DuplicatePairs;
class EmptyState;
class ViewContext;

/// Records of one kind that may be one thing, two by two, found in the background over the local copy; they are merged, said
/// to be different for everybody, or opened.
class DuplicatesView : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicatesView(ViewContext &context, QWidget *parent = nullptr);
    ~DuplicatesView() override;

    QTableView &table() const { return *m_table; }
    bool isSearching() const { return m_state != nullptr; }
    model::EntityId entity() const;
    void setEntity(model::EntityId entity);
    void search();
    void stop();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void buildTable();
    void addCommand(QPushButton *&button, const char *icon, const QKeySequence &keys, void (DuplicatesView::*run)());
    void retranslate();
    void showProgress();
    void found(const Result<QList<AlikePair>> &pairs);
    void showState();
    void merge();
    void apart();
    void openFirst();
    void openSecond();
    /// Nothing when no pair is under the cursor.
    const AlikePair *current() const;

    ViewContext &m_context;
    DuplicatePairs *m_pairs;
    std::shared_ptr<ScanState> m_state; ///< while it searches
    bool m_searched = false;
    QTimer m_ticking;
    QComboBox *m_kind = nullptr;
    QPushButton *m_search = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_apart = nullptr;
    QPushButton *m_first = nullptr;
    QPushButton *m_second = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace guanxi::app
