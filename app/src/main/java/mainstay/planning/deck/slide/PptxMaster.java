package mainstay.planning.deck.slide;

import java.awt.geom.Rectangle2D;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTFontCollection;
import org.openxmlformats.schemas.drawingml.x2006.main.CTFontScheme;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/// What new slides look like that somebody adds: the master that comes with the library is made for narrow pages.
final class PptxMaster {

    private static final double NARROW = 720;

    private final XMLSlideShow show;

    PptxMaster(XMLSlideShow show) {
        this.show = show;
    }

    XSLFSlideMaster widened(Fonts fonts) {
        XSLFSlideMaster master = show.getSlideMasters().getFirst();
        CTFontScheme scheme =
                master.getTheme().getXmlObject().getThemeElements().getFontScheme();
        name(scheme.getMajorFont(), fonts);
        name(scheme.getMinorFont(), fonts);
        master.getShapes().forEach(PptxMaster::widen);
        for (XSLFSlideLayout layout : master.getSlideLayouts()) {
            layout.getShapes().forEach(PptxMaster::widen);
        }
        return master;
    }

    private static void name(CTFontCollection collection, Fonts fonts) {
        collection.getLatin().setTypeface(fonts.latin());
        collection.getEa().setTypeface(fonts.eastAsian());
    }

    /// Places that a layout takes over from the master move with it.
    private static void widen(XSLFShape shape) {
        if (shape instanceof XSLFTextShape text
                && shape.getXmlObject() instanceof CTShape own
                && own.getSpPr().isSetXfrm()) {
            Rectangle2D at = text.getAnchor();
            double wider = Layout.WIDTH / NARROW;
            text.setAnchor(new Rectangle2D.Double(at.getX() * wider, at.getY(), at.getWidth() * wider, at.getHeight()));
        }
    }
}
