// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clientapp.h"
#include "app/shell/resources.h"
#include "app/widgets/errortext.h"

#include <QApplication>
#include <QTextStream>

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(QStringLiteral("guanxi"));
    QApplication::setApplicationVersion(QStringLiteral(GUANXI_VERSION));
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    guanxi::app::loadResources();
    const auto options = guanxi::app::LaunchOptions::parse(application.arguments());
    if (!options) {
        QTextStream(stderr) << guanxi::app::errorText(options.error()) << Qt::endl;
        return 1;
    }
    guanxi::app::ClientApp client(application, *options);
    QMetaObject::invokeMethod(&client, &guanxi::app::ClientApp::start, Qt::QueuedConnection);
    return application.exec();
}
