// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/records.h"
#include "app/widgets/viewpaper.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace guanxi::app {

class ChangesModel;
class EmptyState;
class ViewContext;

/// What people did lately in everything the user may see, as this computer keeps it: by whom, to what, since when. From here a
/// record is opened and an action taken back.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesView(ViewContext &context, QWidget *parent = nullptr);

    QTableView &table() const { return *m_table; }
    ChangesModel &changes() const { return *m_model; }
    void open();
    void takeBack();
    /// Everything the filter shows, up to a limit, that this action may be done with; `done` is asked once it is read.
    void collect(model::Action action, std::function<void(const QList<int> &rows)> done);
    TableExtract table(const QList<int> &rows) const;
    ViewPaper paper(const QList<int> &rows) const;

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void buildTable();
    void retranslate();
    void fillChoices();
    /// Asks anew with what is chosen.
    void ask();
    void showState();
    /// Of what is older than what is shown.
    QString olderText() const;
    void showPossible();
    void keepPlace(int lines);
    void print();
    void exportCsv();
    QString aboutText(qsizetype lines) const;
    const HistoryEntry *current() const;
    /// Nobody's setting, and nothing that only the server keeps.
    bool isTold(const model::Entity &entity) const;

    ViewContext &m_context;
    Records &m_records;
    ChangesModel *m_model;
    QTimer m_news; ///< several arrivals at once are one question
    bool m_asked = false;
    QComboBox *m_people;
    QComboBox *m_subjects;
    QComboBox *m_periods;
    QPushButton *m_open;
    QPushButton *m_takeBack;
    QPushButton *m_print;
    QPushButton *m_export;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QLabel *m_hint;
};

} // namespace guanxi::app
