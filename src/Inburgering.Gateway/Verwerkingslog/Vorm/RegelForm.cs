namespace Inburgering.Gateway.Verwerkingslog.Vorm;

/// <summary>The canonical form of a line, version 1: two RFC 8785 objects, one without and one with the person.</summary>
/// <remarks>
/// Times are whole milliseconds since 1970, hashes lower-case hex, enumerations their number. What the writer gives a line (stream, seq,
/// time of registration) stands beside the object, see <see cref="Keten"/>. A change of this form is a new version beside the old.
/// </remarks>
internal static class RegelForm
{
    public const short Versie = 1;

    [ThreadStatic]
    private static CanonicalJson? json;

    /// <summary>The non-personal fields. The result is valid until the next call on this thread.</summary>
    /// <param name="context">The form of the row's own context.</param>
    public static ReadOnlySpan<byte> Velden(RegelRow row, ContextForm context)
    {
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Number("aantal"u8, row.Aantal);
        to.Add(context.Actie);
        to.Text("berichtId"u8, row.BerichtId);
        to.Add(context.Bewaartermijn);
        to.Number("duur"u8, row.DuurMs);
        to.Add(context.Naam);
        to.Hex("parentSpanId"u8, row.ParentSpanId);
        to.Add(context.Resultaat);
        to.Hex("spanId"u8, row.SpanId);
        to.Add(context.Status);
        to.Number("tijdstip"u8, row.Tijdstip);
        to.Hex("traceId"u8, row.TraceId);
        to.Add(context.Vorm);
        return to.End();
    }

    /// <summary>The personal fields; an empty object when the line speaks of nobody. Valid until the next call on this thread.</summary>
    public static ReadOnlySpan<byte> Persoon(RegelRow row)
    {
        var to = json ??= new CanonicalJson();
        to.Begin();
        to.Hex("betrokkene"u8, row.Betrokkene);
        to.Id("dossierId"u8, row.DossierId);
        to.Text("informatie"u8, row.Informatie);
        to.Text("type"u8, row.Context.BetrokkeneType);
        return to.End();
    }
}
