using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>Rejected messages once more, under today's rules: counted first, then begun, and stopped before all was done. What is being tried again already is not begun a second time.</summary>
internal sealed class HerhaalAfkeuringen(
    Afkeurhandeling handeling, HerhalingStore herhalingen, IGebeurteniskennis kennis, Beleid beleid, Verwerking verwerking, Herhaalsignaal signaal)
{
    /// <summary>At most so many at once.</summary>
    public const int Meest = 500;

    /// <summary>Every fault of what is chosen.</summary>
    public IReadOnlyList<InvoerFout> Fouten(HerhaalInvoer invoer) => [.. Keuzefouten(invoer), .. invoer.Proef ? [] : Afkeurhandeling.Fouten(invoer.Reden)];

    /// <summary>What a herhaling would do; nothing is changed.</summary>
    public Task<Uitkomst<HerhalingproefView>> ProefAsync(Caller caller, Herhaalselectie selectie, CancellationToken ct) => handeling.DoeAsync(
        caller,
        async (transactie, stop) =>
        {
            verwerking.Informatie = ["proef:ja"];
            var gekozen = await KiesAsync(transactie, caller.Gemeentecode, selectie, stop);
            return gekozen.Onbekend.Count > 0 ? Uitkomst<HerhalingproefView>.Niet(Problems.AfkeuringOnbekend, "onbekend", gekozen.Onbekend) : Proef(gekozen);
        },
        ct);

    /// <summary>Begins, or gives the one that has all of them already.</summary>
    public async Task<Uitkomst<HerhalingView>> BeginAsync(Caller caller, Herhaalselectie selectie, string reden, CancellationToken ct)
    {
        var opdracht = new Herhaalopdracht(caller.Id, reden.Trim(), verwerking.TraceId);
        while (true)
        {
            try
            {
                var uitkomst = await handeling.DoeAsync(caller, (transactie, stop) => BeginAsync(transactie, caller.Gemeentecode, selectie, opdracht, stop), ct);
                signaal.Wek();
                return uitkomst;
            }
            catch (HerhalingLooptException)
            {
                // another one was first, in the same moment: look again, it is there now
            }
        }
    }

    /// <summary>What is being tried is finished, nothing else begins. Stopped twice is stopped once.</summary>
    public async Task<Uitkomst<HerhalingView>> StopAsync(Caller caller, Guid herhalingId, CancellationToken ct)
    {
        var uitkomst = await handeling.DoeAsync(
            caller,
            async (transactie, stop) =>
            {
                if (await HerhalingStore.OneAsync(transactie, caller.Gemeentecode, herhalingId, stop) is null)
                {
                    return Uitkomst<HerhalingView>.Niet(Problems.HerhalingOnbekend, "onbekend");
                }

                handeling.GaatOver("herhaling", herhalingId);
                var gestopt = await herhalingen.StopAsync(transactie, caller.Gemeentecode, herhalingId, caller.Id, stop);
                var nu = (await HerhalingStore.OneAsync(transactie, caller.Gemeentecode, herhalingId, stop))!;
                return nu.Status == Herhaalstatus.Gestopt
                    ? Uitkomst<HerhalingView>.Gedaan(LeesHerhalingen.Of(nu), herhaling: !gestopt)
                    : Uitkomst<HerhalingView>.Niet(Problems.HerhalingVoorbij, "voorbij");
            },
            ct);
        signaal.Wek();
        return uitkomst;
    }

    private async Task<Uitkomst<HerhalingView>> BeginAsync(DbTransaction transactie, string gemeentecode, Herhaalselectie selectie, Herhaalopdracht opdracht, CancellationToken ct)
    {
        var gekozen = await KiesAsync(transactie, gemeentecode, selectie, ct);
        if (gekozen.Onbekend.Count > 0)
        {
            return Uitkomst<HerhalingView>.Niet(Problems.AfkeuringOnbekend, "onbekend", gekozen.Onbekend);
        }

        if (gekozen.Keuzes.Any(k => k.Beletsel is null))
        {
            var id = await herhalingen.BeginAsync(transactie, gemeentecode, opdracht, gekozen.Keuzes, ct);
            handeling.GaatOver("herhaling", id);
            return LeesHerhalingen.Of((await HerhalingStore.OneAsync(transactie, gemeentecode, id, ct))!);
        }

        if (gekozen.Keuzes.FirstOrDefault(k => k.Beletsel == Beletsels.LooptAl) is { Afkeuring.HerhalingId: { } loopt })
        {
            handeling.GaatOver("herhaling", loopt);
            return Uitkomst<HerhalingView>.Gedaan(LeesHerhalingen.Of((await HerhalingStore.OneAsync(transactie, gemeentecode, loopt, ct))!), herhaling: true);
        }

        return Uitkomst<HerhalingView>.Niet(
            Problems.NietTeHerhalen, "geen-zin", gekozen.Keuzes.Count == 0 ? [new InvoerFout("Er zijn geen afkeuringen bij deze keuze.")] : [.. Nieten(gekozen).Select(n => new InvoerFout(n.Waarom))]);
    }

    private async Task<Gekozen> KiesAsync(DbTransaction transactie, string gemeentecode, Herhaalselectie selectie, CancellationToken ct)
    {
        if (selectie.Ids is { } ids)
        {
            var genoemd = await AfkeuringLezer.OfAsync(transactie, gemeentecode, [.. ids], ct);
            var bekend = genoemd.Select(a => a.AfkeuringId).ToHashSet();
            return new Gekozen([.. genoemd.Select(Keuze)], 0)
            {
                Onbekend = [.. ids.Select((id, i) => (id, i)).Where(g => !bekend.Contains(g.id)).Select(g => new InvoerFout(Problems.AfkeuringOnbekend.Detail, Pointer: $"/afkeuringen/{g.i}"))],
            };
        }

        var filter = Afkeurregels.Filter(selectie.Partner, selectie.Redencode, null, null);
        var gevonden = await AfkeuringLezer.KiesAsync(transactie, gemeentecode, filter, selectie.Hoogstens, ct);
        return new Gekozen([.. gevonden.Select(Keuze)], (await AfkeuringLezer.TelAsync(transactie, gemeentecode, filter, ct)).Gevonden - gevonden.Count);
    }

    private Herhaalkeuze Keuze(Afkeuring afkeuring) => new(afkeuring, Herhaalbaarheid.Beletsel(afkeuring, kennis));

    private static HerhalingproefView Proef(Gekozen gekozen)
    {
        var (nieten, kunnen) = (Nieten(gekozen), gekozen.Keuzes.Count(k => k.Beletsel is null));
        return new HerhalingproefView
        {
            Totaal = gekozen.Keuzes.Count,
            KunnenOpnieuw = kunnen,
            Rest = gekozen.Rest,
            Telling = Afkeurwoorden.Vooruit(kunnen, gekozen.Keuzes.Count, nieten.Select(n => (n.Code, n.Aantal))),
            Nieten = nieten,
        };
    }

    private static IReadOnlyList<BeletselView> Nieten(Gekozen gekozen) =>
        [.. Beletsels.Alle.Select(b => new BeletselView(b, gekozen.Keuzes.Count(k => k.Beletsel == b), Afkeurwoorden.Waarom(b))).Where(b => b.Aantal > 0)];

    private IEnumerable<InvoerFout> Keuzefouten(HerhaalInvoer invoer)
    {
        if (invoer.Afkeuringen is { } ids)
        {
            if (invoer.Partner is not null || invoer.Redencode is not null || invoer.Hoogstens is not null)
            {
                yield return new InvoerFout("Noem afkeuringen, of kies met partner, redencode en hoogstens; niet allebei.", Pointer: "/afkeuringen");
            }

            if (ids.Count is 0 or > Meest)
            {
                yield return new InvoerFout($"Noem 1 tot en met {Meest} afkeuringen tegelijk.", Pointer: "/afkeuringen");
            }
        }

        if (invoer.Hoogstens is < 1 or > Meest)
        {
            yield return new InvoerFout($"Kies 1 tot en met {Meest}; meer tegelijk kan niet.", Pointer: "/hoogstens");
        }

        if (invoer.Partner is { } partner && !beleid.Partners.ContainsKey(partner))
        {
            yield return new InvoerFout("Deze partner kennen wij niet.", Pointer: "/partner");
        }

        if (invoer.Redencode is { } reden && !Afkeurregels.Redenen.Contains(reden))
        {
            yield return new InvoerFout("Deze reden kennen wij niet.", Pointer: "/redencode");
        }
    }

    /// <param name="Rest">How many more there are than asked for.</param>
    private sealed record Gekozen(IReadOnlyList<Herhaalkeuze> Keuzes, long Rest)
    {
        /// <summary>Numbers that are none of ours.</summary>
        public IReadOnlyList<InvoerFout> Onbekend { get; init; } = [];
    }
}

/// <summary>Which rejected messages: those named, or the oldest of a filter.</summary>
internal sealed record Herhaalselectie(string? Partner, string? Redencode, IReadOnlyList<Guid>? Ids, int Hoogstens)
{
    public static Herhaalselectie Een(Guid afkeuringId) => new(null, null, [afkeuringId], 1);

    public static Herhaalselectie Van(HerhaalInvoer invoer) => new(invoer.Partner, invoer.Redencode, invoer.Afkeuringen, invoer.Hoogstens ?? HerhaalAfkeuringen.Meest);
}
