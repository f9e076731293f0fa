package mainstay.planning.deck.slide;

/// A part of a slide, in points from its upper left corner.
record Area(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /// What is left below the first points.
    Area below(double points) {
        return new Area(x, y + points, width, Math.max(0, height - points));
    }

    Area top(double points) {
        return new Area(x, y, width, Math.min(points, height));
    }

    /// A column of it.
    Area part(double left, double wide) {
        return new Area(x + left, y, wide, height);
    }

    Area inset(double across, double down) {
        return new Area(x + across, y + down, Math.max(1, width - 2 * across), Math.max(1, height - 2 * down));
    }
}
