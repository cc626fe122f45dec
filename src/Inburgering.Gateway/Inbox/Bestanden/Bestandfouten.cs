using Inburgering.Gateway.Storage.Bestanden;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>What is wrong in a file, as far as it was looked at.</summary>
internal sealed class Bestandfouten
{
    /// <summary>One row in so many may be about somebody who is not the sender's person, whatever is left of the budget: a month of a large school has some who moved.</summary>
    private const int EenOp = 20;

    private const string TeVeelMissers = "Te veel rijen gaan over personen over wie u niet levert. Wij noemen er vandaag niet meer. Vergelijk uw lijst met de gemeente.";

    private readonly List<Rijfout> fouten = [];
    private int aantal;
    private int goed;
    private int missers;

    /// <summary>Rows so far.</summary>
    public int Rijen { get; private set; }

    /// <summary>Whether nothing is wrong up to these rows: then it is worth asking whether they would be applied.</summary>
    public bool Schoon(IReadOnlyList<Gelezenrij> rijen) => aantal == 0 && rijen.All(rij => rij.Fouten.Count == 0);

    /// <param name="geweigerd">Rows that would be rejected.</param>
    /// <param name="gedeeltelijk">True: those are told per message.</param>
    public void Add(IReadOnlyList<Gelezenrij> rijen, IReadOnlyList<Rijfout> geweigerd, bool gedeeltelijk)
    {
        IReadOnlyList<Rijfout> nieuw = [.. rijen.SelectMany(rij => rij.Fouten), .. gedeeltelijk ? [] : geweigerd];
        (aantal, goed, Rijen) = (aantal + nieuw.Count, goed + rijen.Count(rij => rij.Bericht is not null), Rijen + rijen.Count);
        missers += geweigerd.Count(fout => fout.IsMisser);
        fouten.AddRange(nieuw.Take(BestandStore.MeesteFouten - fouten.Count));
    }

    /// <param name="over">Misses that the sender has left today: no more rows than these are told to be about nobody of its persons, when they are too many for a month of a school.</param>
    public Bestandoordeel Oordeel(bool gedeeltelijk, int over)
    {
        var teVeel = missers > Math.Max(over, Rijen / EenOp);
        var verteld = 0;
        IReadOnlyList<Rijfout> genoemd = teVeel ? [new Rijfout(1, null, TeVeelMissers), .. fouten.Where(fout => !fout.IsMisser || ++verteld <= over)] : fouten;
        return new Bestandoordeel(goed > 0 && !teVeel && (aantal == 0 || gedeeltelijk), Rijen, teVeel ? genoemd.Count : aantal, [.. genoemd.Select(f => (f.Rij, f.Kolom, f.Detail))])
        {
            Missers = genoemd.Count(fout => fout.IsMisser),
        };
    }
}
