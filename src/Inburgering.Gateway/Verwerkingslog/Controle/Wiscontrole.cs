using System.Text;
using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Knows the wislijnen, and which of them a line of the log vouches for. The one part of the verifier that grows: with the erased lines.</summary>
internal sealed class Wiscontrole
{
    private const int HashLength = 64;

    private readonly Dictionary<(string Gemeentecode, int Slot, long Seq), (Wisbewijs Bewijs, byte[] Digest)> regels = [];
    private readonly Dictionary<(string Gemeentecode, string Hash), Wisbewijs> wislijnen = [];
    private Bevinding? bevinding;

    private static ReadOnlySpan<byte> InVelden => "\"berichtId\":\"wislijn:"u8;

    public void Add(BewaardeWislijn bewaard)
    {
        if (Fault(bewaard, out var wislijn) is { } uitleg)
        {
            Report(bewaard.Gemeentecode, bewaard.Nummer, uitleg);
            return;
        }

        var bewijs = new Wisbewijs(bewaard.Gemeentecode, bewaard.Nummer);
        wislijnen[(bewaard.Gemeentecode, Convert.ToHexStringLower(bewaard.Hash))] = bewijs;
        foreach (var regel in wislijn!.Regels)
        {
            regels.TryAdd((bewaard.Gemeentecode, regel.Slot, regel.Seq), (bewijs, regel.PersoonDigest));
        }
    }

    /// <summary>The wislijn that names this line; null when none does, or with another digest than the erased line has.</summary>
    public Wisbewijs? Van(KetenRegel regel) =>
        regels.Count > 0 && regels.TryGetValue((regel.Gemeentecode, regel.Slot, regel.Seq), out var found)
            && (regel.Zout is not null || found.Digest.AsSpan().SequenceEqual(regel.PersoonDigest))
            ? found.Bewijs
            : null;

    /// <summary>A line that fits in its chain: when it holds the hash of a wislijn, that wislijn counts.</summary>
    public void Witness(KetenRegel regel)
    {
        // inside a canonical text every quote has a backslash before it, so these bytes are the member itself
        if (regel.Velden.IndexOf(InVelden) is var at and >= 0 && regel.Velden[(at + InVelden.Length)..] is { Length: > HashLength } hash
            && wislijnen.TryGetValue((regel.Gemeentecode, Encoding.UTF8.GetString(hash[..HashLength])), out var bewijs))
        {
            bewijs.InLog = true;
        }
    }

    /// <summary>After the last line.</summary>
    public Bevinding? Finish()
    {
        foreach (var bewijs in wislijnen.Values.Where(w => !w.InLog))
        {
            Report(bewijs.Gemeentecode, bewijs.Nummer, "Geen regel van het log noemt deze wislijn.");
        }

        return bevinding;
    }

    private static string? Fault(BewaardeWislijn bewaard, out Wislijn? wislijn)
    {
        wislijn = WislijnForm.Read(bewaard.Inhoud);
        if (wislijn is null)
        {
            return "De inhoud heeft niet de vorm van een wislijn.";
        }

        return !string.Equals(wislijn.Gemeentecode, bewaard.Gemeentecode, StringComparison.Ordinal) || !bewaard.Hash.AsSpan().SequenceEqual(Wislijn.HashOf(bewaard.Inhoud))
            ? "De kolommen zeggen iets anders dan de inhoud."
            : null;
    }

    /// <summary>Keeps the first by gemeente and number.</summary>
    private void Report(string gemeentecode, long nummer, string uitleg)
    {
        if (bevinding is null || (string.CompareOrdinal(gemeentecode, bevinding.Stroom), nummer).CompareTo((0, bevinding.Plaats)) < 0)
        {
            bevinding = new Bevinding(Soort.WislijnOngeldig, gemeentecode, nummer, uitleg);
        }
    }
}

/// <summary>A wislijn that is what it should be.</summary>
internal sealed class Wisbewijs(string gemeentecode, long nummer)
{
    public string Gemeentecode => gemeentecode;

    public long Nummer => nummer;

    /// <summary>A good line of its gemeente holds its hash.</summary>
    public bool InLog { get; set; }
}
