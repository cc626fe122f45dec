using Inburgering.Gateway.Verwerkingslog.Wissen;

namespace Inburgering.Gateway.Verwerkingslog.Controle;

/// <summary>Knows which lines the wislijnen name. The one part of the verifier that grows: with the erased lines.</summary>
internal sealed class Wiscontrole(Bewijzen bewijzen)
{
    private readonly Dictionary<(string Gemeentecode, int Slot, long Seq), (Bewijs Bewijs, byte[] Digest)> regels = [];

    private Bevinding? bevinding;

    public void Add(BewaardeWislijn bewaard)
    {
        if (Fault(bewaard, out var wislijn) is { } uitleg)
        {
            Report(bewaard.Gemeentecode, bewaard.Nummer, uitleg);
            return;
        }

        var bewijs = bewijzen.Expect(bewaard.Gemeentecode, Wislijn.BerichtId(bewaard.Hash), Soort.WislijnOngeldig, bewaard.Nummer);
        foreach (var regel in wislijn!.Regels)
        {
            regels.TryAdd((bewaard.Gemeentecode, regel.Slot, regel.Seq), (bewijs, regel.PersoonDigest));
        }
    }

    /// <summary>The wislijn that names this line; null when none does, or with another digest than the erased line has.</summary>
    public Bewijs? Van(KetenRegel regel) =>
        regels.Count > 0 && regels.TryGetValue((regel.Gemeentecode, regel.Slot, regel.Seq), out var found)
            && (regel.Zout is not null || found.Digest.AsSpan().SequenceEqual(regel.PersoonDigest))
            ? found.Bewijs
            : null;

    /// <summary>After the last line.</summary>
    public Bevinding? Finish()
    {
        foreach (var bewijs in bewijzen.NietInLog.Where(b => b.Soort == Soort.WislijnOngeldig))
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
