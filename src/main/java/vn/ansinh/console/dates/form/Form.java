package vn.ansinh.console.dates.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.ansinh.yaml.YamlNode.Mapping;

/// The fields of one form, as typed.
public sealed interface Form permits SessionsForm, PaymentForm, DecisionForm {
  /// What it makes of its part of the file; of use only when nothing was found wrong.
  Mapping node(Checking checking);

  /// What it says, as people read it.
  List<Line> lines();

  /// The first days of all that stands there.
  Set<LocalDate> known(LocalDate today);
}
