package vn.ansinh.console.sign;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code to be drawn as one SVG path, so that no picture has to be fetched or allowed from
/// elsewhere.
final class QrPicture {
  private static final int QUIET_ZONE = 4;

  private QrPicture() {}

  static CodesPage.Picture of(String text) {
    BitMatrix bits = bits(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < bits.getHeight(); y++) {
      int x = 0;
      while (x < bits.getWidth()) {
        int from = x;
        while (x < bits.getWidth() && bits.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y).append('h').append(x - from);
          path.append("v1h").append(from - x).append('z');
        } else {
          x++;
        }
      }
    }
    return new CodesPage.Picture(bits.getWidth(), path.toString());
  }

  private static BitMatrix bits(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
