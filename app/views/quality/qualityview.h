// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/quality/qualitycheck.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTableWidget;

namespace guanxi::app {

class DuplicatePairs;
class EmptyState;
class RecordListView;
class ViewContext;

/// What is missing, wrong, untidy or out of date in the records of an entity, each with its number; the records of the one under
/// the cursor beneath, as a list in which they are mended.
class QualityView : public QWidget
{
    Q_OBJECT

public:
    explicit QualityView(ViewContext &context, QWidget *parent = nullptr);
    ~QualityView() override;

    void showEntity(model::EntityId entity);
    model::EntityId entity() const;
    bool isChecking() const { return m_check.isRunning() || m_scan; }
    QTableWidget &findings() const { return *m_findings; }
    RecordListView *list() const { return m_list; }

    QJsonObject state() const;
    void setState(const QJsonObject &state);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /// A line of the table: records with a flaw, records that were entered more than once, or that nobody has touched for long.
    struct Finding {
        enum class Kind : quint8 { Flaw, Doubled, Stale };
        Kind kind = Kind::Flaw;
        rules::FieldFlaw flaw;
        qint64 count = 0;
        bool operator==(const Finding &other) const { return kind == other.kind && flaw == other.flaw; }
    };

    void build();
    void retranslate();
    void fillEntities();
    void start();
    void findDoubled();
    /// Records of pairs that may be one thing and that nobody said are different.
    QSet<Uuid> doubled() const;
    void countStale();
    void showProgress();
    void showFindings();
    void showEmpty();
    /// Leaves the list as it stands when it shows these records already.
    void showRecords();
    void tidy();
    model::Filter staleFilter() const;
    model::Filter filterOf(const Finding &finding) const;
    QString words(const Finding &finding) const;
    const Finding *current() const;

    ViewContext &m_context;
    Records &m_records;
    QualityCheck m_check;
    DuplicatePairs *m_pairs;
    std::shared_ptr<ScanState> m_scan; ///< while it goes on
    QList<Finding> m_shown;
    qint64 m_stale = 0;
    bool m_started = false;
    QComboBox *m_entities;
    QComboBox *m_age;
    QPushButton *m_again;
    QPushButton *m_tidy;
    QProgressBar *m_progress;
    QLabel *m_says;
    QSplitter *m_split;
    QTableWidget *m_findings;
    EmptyState *m_empty;
    RecordListView *m_list = nullptr;
    model::Filter m_listed; ///< what the list stands for
};

} // namespace guanxi::app
