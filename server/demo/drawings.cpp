// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/drawings.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>
#include <vector>

namespace guanxi::demo {

namespace {

constexpr int Side = 160;
constexpr int Fine = 2; ///< points of the drawing for each pixel, each way: smooth edges
constexpr int Whole = Side * Fine;

struct Color {
    int red, green, blue;
};

/// A drawing in points of 0 to 320.
class Canvas
{
public:
    explicit Canvas(Color ground) : m_points(size_t(Whole) * Whole, ground) {}

    void ellipse(int x, int y, int wide, int high, Color color, int from = 0, int to = Whole)
    {
        fill(x - wide, std::max(from, y - high), x + wide, std::min(to, y + high), color, [=](int px, int py) {
            const double dx = double(px - x) / wide, dy = double(py - y) / high;
            return dx * dx + dy * dy <= 1;
        });
    }
    void rectangle(int left, int top, int right, int bottom, Color color)
    {
        fill(left, top, right, bottom, color, [](int, int) { return true; });
    }
    QByteArray bmp() const;

private:
    template <class Inside> void fill(int left, int top, int right, int bottom, Color color, Inside inside)
    {
        for (int y = std::max(0, top); y < std::min(Whole, bottom); ++y)
            for (int x = std::max(0, left); x < std::min(Whole, right); ++x)
                if (inside(x, y))
                    m_points[size_t(y) * Whole + size_t(x)] = color;
    }
    Color pixel(int x, int y) const;

    std::vector<Color> m_points;
};

Color Canvas::pixel(int x, int y) const
{
    Color sum{0, 0, 0};
    for (int dy = 0; dy < Fine; ++dy)
        for (int dx = 0; dx < Fine; ++dx) {
            const Color &point = m_points[size_t(y * Fine + dy) * Whole + size_t(x * Fine + dx)];
            sum = {sum.red + point.red, sum.green + point.green, sum.blue + point.blue};
        }
    constexpr int Count = Fine * Fine;
    return {sum.red / Count, sum.green / Count, sum.blue / Count};
}

template <class T> void append(QByteArray &bytes, T number)
{
    const T little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray Canvas::bmp() const
{
    constexpr quint32 Heads = 54, Bytes = Side * Side * 3;
    QByteArray bytes("BM");
    for (const quint32 number : {Heads + Bytes, 0u, Heads, 40u, quint32(Side), quint32(Side)})
        append(bytes, number);
    append(bytes, quint16(1));
    append(bytes, quint16(24));
    for (const quint32 number : {0u, Bytes, 2835u, 2835u, 0u, 0u})
        append(bytes, number);
    // From the bottom up, as the format wants it.
    for (int y = Side - 1; y >= 0; --y)
        for (int x = 0; x < Side; ++x) {
            const Color color = pixel(x, y);
            bytes.append(char(color.blue)).append(char(color.green)).append(char(color.red));
        }
    return bytes;
}

template <size_t N> Color pick(const std::array<Color, N> &colors, const QByteArray &seed, int byte)
{
    return colors[quint8(seed.at(seed.size() - 1 - byte)) % N];
}

constexpr Color White{255, 255, 255};
constexpr std::array<Color, 6> Walls{{{176, 204, 226}, {190, 218, 196}, {236, 214, 190}, {214, 202, 228}, {222, 222, 214}, {198, 214, 220}}};
constexpr std::array<Color, 6> Clothes{{{44, 62, 80}, {92, 52, 60}, {38, 84, 92}, {70, 74, 110}, {120, 96, 60}, {60, 60, 64}}};
constexpr std::array<Color, 4> Skins{{{236, 196, 164}, {228, 184, 148}, {242, 206, 178}, {220, 172, 136}}};
constexpr std::array<Color, 4> Hairs{{{34, 26, 24}, {48, 34, 28}, {24, 24, 28}, {70, 62, 58}}};
constexpr std::array<Color, 4> Metals{{{140, 150, 158}, {120, 134, 146}, {164, 160, 148}, {104, 122, 132}}};
constexpr std::array<Color, 4> Paints{{{192, 57, 43}, {31, 111, 178}, {46, 125, 79}, {214, 140, 30}}};

void drawValve(Canvas &canvas, Color metal, Color paint)
{
    canvas.rectangle(30, 190, 290, 240, metal);
    canvas.rectangle(30, 165, 56, 265, metal);
    canvas.rectangle(264, 165, 290, 265, metal);
    canvas.ellipse(160, 215, 70, 66, metal);
    canvas.rectangle(150, 90, 170, 170, metal);
    canvas.rectangle(70, 66, 250, 94, paint);
}

void drawPump(Canvas &canvas, Color metal, Color paint)
{
    canvas.rectangle(40, 250, 290, 274, metal);
    canvas.rectangle(150, 130, 282, 226, paint);
    for (int x = 170; x < 276; x += 20)
        canvas.rectangle(x, 140, x + 6, 216, White);
    canvas.rectangle(170, 226, 200, 252, metal);
    canvas.rectangle(240, 226, 270, 252, metal);
    canvas.ellipse(104, 180, 66, 66, metal);
    canvas.ellipse(104, 180, 28, 28, paint);
    canvas.rectangle(88, 60, 120, 130, metal);
    canvas.rectangle(74, 52, 134, 70, metal);
}

void drawControl(Canvas &canvas, Color metal, Color paint)
{
    canvas.rectangle(70, 40, 250, 280, metal);
    canvas.rectangle(90, 64, 230, 140, {34, 46, 40});
    for (int x = 104; x < 216; x += 22)
        canvas.rectangle(x, 92, x + 14, 112, {120, 220, 140});
    for (int y = 176; y < 260; y += 44)
        for (int x = 112; x < 230; x += 48)
            canvas.ellipse(x, y, 16, 16, y == 176 ? paint : White);
}

} // namespace

protocol::Manifest manifestOf(const QByteArray &content)
{
    return {content.size(), QCryptographicHash::hash(content, QCryptographicHash::Sha256)};
}

QByteArray faceDrawing(const QByteArray &seed, bool female)
{
    Canvas canvas(pick(Walls, seed, 0));
    const Color hair = pick(Hairs, seed, 1), skin = pick(Skins, seed, 2);
    if (female)
        canvas.ellipse(160, 150, 84, 112, hair);
    canvas.ellipse(160, 340, 128, 116, pick(Clothes, seed, 3));
    canvas.rectangle(138, 190, 182, 240, skin);
    canvas.ellipse(160, 238, 22, 14, skin);
    if (!female)
        canvas.ellipse(160, 126, 66, 76, hair, 0, 130);
    canvas.ellipse(160, 146, 58, 72, skin);
    canvas.ellipse(160, 92, female ? 62 : 58, female ? 40 : 34, hair, 0, 104);
    return canvas.bmp();
}

QByteArray productDrawing(const QByteArray &seed, const QString &name)
{
    Canvas canvas({246, 247, 248});
    const Color metal = pick(Metals, seed, 0), paint = pick(Paints, seed, 1);
    if (name.contains(u'泵'))
        drawPump(canvas, metal, paint);
    else if (name.contains(u'阀'))
        drawValve(canvas, metal, paint);
    else
        drawControl(canvas, metal, paint);
    return canvas.bmp();
}

} // namespace guanxi::demo
