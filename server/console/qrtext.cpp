// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/qrtext.h"

#include <qrencode.h>

#include <memory>

namespace guanxi::server {

namespace {

constexpr int Margin = 2; ///< light modules around; scanners want four, terminals have light space of their own

struct Release {
    void operator()(QRcode *code) const { QRcode_free(code); }
};

bool isLight(const QRcode &code, int x, int y)
{
    const bool inside = x >= 0 && y >= 0 && x < code.width && y < code.width;
    return !inside || !(code.data[y * code.width + x] & 1);
}

QChar block(bool upper, bool lower)
{
    if (upper && lower)
        return QChar(0x2588);
    if (upper)
        return QChar(0x2580);
    return lower ? QChar(0x2584) : QChar(u' ');
}

} // namespace

QString qrText(const QString &text, bool coloured)
{
    const std::unique_ptr<QRcode, Release> code(QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_L));
    if (!code)
        return {};
    QString drawn;
    for (int y = -Margin; y < code->width + Margin; y += 2) {
        if (coloured)
            drawn += QStringLiteral("\033[97;40m");
        for (int x = -Margin; x < code->width + Margin; ++x)
            drawn += block(isLight(*code, x, y), y + 1 < code->width + Margin && isLight(*code, x, y + 1));
        drawn += coloured ? QStringLiteral("\033[0m\n") : QStringLiteral("\n");
    }
    return drawn;
}

} // namespace guanxi::server
