"""Tables of prose keep their words and gain the names that phones show."""

from farol.selfserve.help_centre.tables import named

TABLE = """<p>x</p><div class="scroller" tabindex="0"><table>
<thead>
<tr>
<th>Code</th>
<th>What "it" <em>means</em></th>
</tr>
</thead>
<tbody>
<tr>
<td><code>1</code></td>
<td>2 <a href="x">y</a></td>
</tr>
<tr>
<td></td>
<td></td>
</tr>
</tbody>
</table></div>"""


def test_every_cell_carries_the_name_of_its_column_and_every_row_its_head() -> None:
    made = named(TABLE)
    assert '<th scope="row"><code>1</code></th><td data-name="What &quot;it&quot; means"><div>2 <a href="x">y</a></div></td>' in made
    assert made.count('<th scope="col">') == 2
    assert made.count("<tr>") == 3
    assert '<table class="flips">' in made


def test_prose_without_a_table_stays() -> None:
    assert named("<p>a &lt;td&gt; b</p>") == "<p>a &lt;td&gt; b</p>"
