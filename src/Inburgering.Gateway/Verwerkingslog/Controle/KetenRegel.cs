using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>A line as the verifier sees it. A source may use one instance for all lines: keep a <see cref="Copy"/>, never the line.</summary>
internal sealed class KetenRegel
{
    private readonly Bytes velden = new();
    private readonly Bytes persoon = new();

    public string Gemeentecode { get; set; } = string.Empty;

    public int Slot { get; set; }

    public long Seq { get; set; }

    public long Registratie { get; set; }

    /// <summary>The canonical objects of <see cref="RegelForm"/>.</summary>
    public ReadOnlySpan<byte> Velden => velden.Span;

    public ReadOnlySpan<byte> Persoon => persoon.Span;

    /// <summary>Null when the person was erased.</summary>
    public byte[]? Zout { get; set; }

    /// <summary>As stored: null unless the person was erased.</summary>
    public byte[]? PersoonDigest { get; set; }

    public byte[] Hash { get; set; } = [];

    /// <summary>False when the stored form contradicts itself: no context, or an index column that says something else.</summary>
    public bool Leesbaar { get; set; } = true;

    /// <summary>Either the person and his salt are there, or only the digest.</summary>
    private bool HasPersonOrDigest => Zout is null ? PersoonDigest is not null && IsNobody : PersoonDigest is null;

    /// <summary>The type says what was pseudonymised, nothing of the person.</summary>
    private bool IsNobody => Persoon.SequenceEqual("{}"u8) || Persoon.StartsWith("{\"type\":"u8);

    public void SetObjects(RegelRow row, ContextForm context)
    {
        velden.Set(RegelForm.Velden(row, context));
        persoon.Set(RegelForm.Persoon(row));
    }

    public void SetObjects(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> person)
    {
        velden.Set(fields);
        persoon.Set(person);
    }

    public bool InStroomVan(string gemeentecode, int slot) => Slot == slot && string.Equals(Gemeentecode, gemeentecode, StringComparison.Ordinal);

    /// <summary>The hash this line should have at a place, behind a line with hash <paramref name="vorige"/>.</summary>
    public byte[] HashAt(long seq, byte[] vorige) =>
        Keten.Hash(vorige, Gemeentecode, Slot, seq, Registratie, Velden, Zout is { } zout ? Keten.PersoonDigest(zout, Persoon) : PersoonDigest);

    /// <summary>Whether the line stands as it was written, or erased as it should be, behind a line with hash <paramref name="vorige"/>.</summary>
    public bool IsGood(byte[] vorige) => Leesbaar && HasPersonOrDigest && FitsAt(Seq, vorige);

    public bool FitsAt(long seq, byte[] vorige) => HashAt(seq, vorige).AsSpan().SequenceEqual(Hash);

    public KetenRegel Copy()
    {
        var copy = new KetenRegel
        {
            Gemeentecode = Gemeentecode,
            Slot = Slot,
            Seq = Seq,
            Registratie = Registratie,
            Zout = Zout,
            PersoonDigest = PersoonDigest,
            Hash = Hash,
            Leesbaar = Leesbaar,
        };
        copy.SetObjects(Velden, Persoon);
        return copy;
    }

    /// <summary>A buffer that is filled again for every line.</summary>
    private sealed class Bytes
    {
        private byte[] buffer = new byte[1024];
        private int length;

        public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

        public void Set(ReadOnlySpan<byte> value)
        {
            if (value.Length > buffer.Length)
            {
                buffer = new byte[value.Length * 2];
            }

            value.CopyTo(buffer);
            length = value.Length;
        }
    }
}
