// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/revealbar.h"

#include "app/widgets/editable.h"
#include "app/widgets/fieldtext.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace guanxi::app {

namespace {

constexpr int TickMs = 500;

QToolButton *smallButton(QHBoxLayout &row)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    row.addWidget(button);
    return button;
}

} // namespace

RevealBar::RevealBar(Records &records, const model::Field &field, QWidget *parent) : QWidget(parent), m_records(records), m_field(field)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_copy = smallButton(*row);
    m_copy->setIcon(QIcon::fromTheme(QStringLiteral("edit-copy")));
    m_eye = smallButton(*row);
    m_ticker.setInterval(TickMs);
    connect(&m_ticker, &QTimer::timeout, this, &RevealBar::tick);
    connect(m_eye, &QToolButton::clicked, this, &RevealBar::toggle);
    connect(m_copy, &QToolButton::clicked, this, &RevealBar::copy);
}

void RevealBar::setRecord(const model::Record &record)
{
    const bool same = m_record.isValid() && m_record.ref() == record.ref() && m_record.value(m_field.id) == record.value(m_field.id);
    m_record = record;
    if (!same)
        display({}, {});
    setVisible(mayReveal(m_records, record, m_field) && !record.value(m_field.id).isNull());
    retranslate();
}

void RevealBar::toggle()
{
    if (isShown())
        return display({}, {});
    m_eye->setEnabled(false);
    m_records.reveal(m_record.ref(), m_field.id, this, [this, asked = m_record.ref()](const Result<model::Value> &value) {
        m_eye->setEnabled(true);
        if (asked == m_record.ref())
            take(value);
    });
}

void RevealBar::take(const Result<model::Value> &value)
{
    if (!isVisible())
        return; // looked away meanwhile
    if (value.ok()) {
        m_until = m_clock->monotonicMs() + ShownMs;
        return display(value->text(), {});
    }
    if (value.error().code == ErrorCode::Disconnected)
        return display({}, tr("Only the server knows the whole value, and there is no connection to it now. Try again when you are online."));
    display({}, {});
    Q_EMIT failed(value.error());
}

void RevealBar::display(const QString &text, const QString &hint)
{
    const bool other = text != m_text || hint != m_hint;
    m_text = text;
    m_hint = hint;
    if (isShown())
        m_ticker.start();
    else
        m_ticker.stop();
    retranslate();
    if (other)
        Q_EMIT changed();
}

void RevealBar::tick()
{
    if (isShown() && m_clock->monotonicMs() >= m_until)
        display({}, {});
}

void RevealBar::copy() const
{
    if (isShown())
        QApplication::clipboard()->setText(m_text);
}

void RevealBar::retranslate()
{
    if (!m_record.isValid())
        return;
    const QString label = fieldLabel(m_record.entity(), m_field);
    m_eye->setIcon(QIcon::fromTheme(isShown() ? QStringLiteral("view-hidden") : QStringLiteral("view-visible")));
    m_eye->setAccessibleName(isShown() ? tr("Hide: %1").arg(label) : tr("Show: %1").arg(label));
    m_eye->setToolTip(isShown() ? tr("Hide it again (Enter); it hides itself after half a minute")
                                : tr("Show the whole value for half a minute (Enter). It is noted who looked at it."));
    m_copy->setVisible(isShown());
    m_copy->setAccessibleName(tr("Copy: %1").arg(label));
    m_copy->setToolTip(tr("Copy (Ctrl+C)"));
}

void RevealBar::hideEvent(QHideEvent *event)
{
    display({}, {});
    QWidget::hideEvent(event);
}

void RevealBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace guanxi::app
