// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QObject>

class QApplication;

namespace guanxi::app {

/// The look of the program: Fusion with a palette and a small stylesheet of ours, light or dark, and the icons that go
/// with it. Can change while windows are open.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode : quint8 { System, Light, Dark };

    /// Looks at the application's palette to learn what the system wants; make it before anything changes that.
    explicit Theme(QApplication &application);

    void use(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const;
    /// A colour of resources/themes/light.json and dark.json by its name there.
    QColor color(const QString &name) const { return m_colors.value(name); }
    /// The font for the language of the moment ("zh", "en").
    void useFontFor(const QString &language);

    static Mode modeNamed(const QString &name);
    static QString nameOf(Mode mode);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void watchSystem();
    /// What the system wants now: its palette, which ours hides.
    bool readSystem();
    void readColors(const QString &file);
    QString styleSheet() const;

    QApplication &m_application;
    Mode m_mode = Mode::System;
    bool m_systemDark = false;
    bool m_asking = false;
    QHash<QString, QColor> m_colors;
};

} // namespace guanxi::app
