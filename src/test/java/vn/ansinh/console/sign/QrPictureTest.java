package vn.ansinh.console.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
  private static final int SCALE = 4;
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  @Test
  void aTelephoneReadsWhatThePathDraws() throws Exception {
    String text = "otpauth://totp/An%20Sinh:lan?secret=GEZDGNBVGY3TQOJQ&issuer=An%20Sinh";
    CodesPage.Picture picture = QrPicture.of(text);
    int side = picture.size() * SCALE;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher run = RUN.matcher(picture.path());
    int end = 0;
    while (run.find()) {
      assertThat(run.start()).isEqualTo(end);
      end = run.end();
      int x = Integer.parseInt(run.group(1)) * SCALE;
      int width = Integer.parseInt(run.group(3)) * SCALE;
      int y = Integer.parseInt(run.group(2)) * SCALE;
      for (int line = y; line < y + SCALE; line++) {
        Arrays.fill(pixels, line * side + x, line * side + x + width, 0);
      }
    }
    assertThat(end).isEqualTo(picture.path().length());
    String read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
            .getText();
    assertThat(read).isEqualTo(text);
  }
}
