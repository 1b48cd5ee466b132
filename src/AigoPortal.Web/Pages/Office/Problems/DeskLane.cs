using System.ComponentModel;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Problems;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>The lanes of the screening desk; a problem without usable data has its own.</summary>
public enum DeskLane
{
    [Description("待審")]
    Waiting,

    [Description("優化中")]
    Optimising,

    [Description("待資料整理")]
    Data,

    [Description("待補件")]
    Returned,

    [Description("已上架")]
    Listed,

    [Description("已結束")]
    Over,

    [Description("全部")]
    All,
}

/// <summary>How the desk is sorted.</summary>
public enum DeskSort
{
    [Description("等最久的在前")]
    Oldest,

    [Description("最近送出的在前")]
    Newest,

    [Description("題目名稱")]
    Title,

    [Description("出題單位")]
    Organisation,
}

/// <summary>What a lane holds.</summary>
public static class DeskLanes
{
    public static IQueryable<Problem> In(this IQueryable<Problem> problems, DeskLane lane) => lane switch
    {
        DeskLane.Waiting => problems.Where(problem => problem.Status == ProblemStatus.Submitted),
        DeskLane.Optimising => problems.Where(problem => problem.Status == ProblemStatus.Optimising).NotWaitingForData(),
        DeskLane.Data => problems.WaitingForData(),
        DeskLane.Returned => problems.Where(problem => problem.Status == ProblemStatus.Returned),
        DeskLane.Listed => problems.Where(problem => problem.Status == ProblemStatus.Listed),
        DeskLane.Over => problems.Where(problem => problem.Status == ProblemStatus.Closed || problem.Status == ProblemStatus.Rejected || problem.Status == ProblemStatus.Withdrawn),
        _ => problems,
    };
}
